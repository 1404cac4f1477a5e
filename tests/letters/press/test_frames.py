"""Messages over a pipe: whole, or none."""

import io

import pytest

from letters.press import frames


@pytest.mark.parametrize("message", [b"", b"x", b"\x00\xff" * 100_000])
def test_a_message_comes_out_as_it_went_in(message):
    pipe = io.BytesIO()
    frames.write(pipe, message)
    frames.write(pipe, b"next")
    pipe.seek(0)
    assert [frames.read(pipe) for _ in range(3)] == [message, b"next", None]


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_pipe_closed_in_the_middle_gives_nothing(cut):
    assert frames.read(io.BytesIO(b"\x00\x00\x00\x04word"[:cut])) is None


def test_a_length_out_of_all_measure_is_no_message():
    pipe = io.BytesIO(frames.LENGTH.pack(frames.MOST + 1) + b"x")
    assert frames.read(pipe) is None
    assert pipe.read() == b"x"
