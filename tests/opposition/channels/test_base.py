"""What a channel takes and says: nothing personal shows when it is printed."""

from opposition.channels.base import ChannelError, Parcel, Receipt

PARCEL = Parcel(
    "<1@portail.example>",
    "zoe@courriel.example",
    "Votre suivi",
    "https://portail.example/dossier/SECRET/",
    "https://portail.example/silence/SECRET/",
)


def test_a_parcel_shows_its_number_and_nothing_of_whom_it_is_for():
    assert repr(PARCEL) == "Parcel(message_id='<1@portail.example>')"


def test_a_receipt_is_what_was_given_back():
    assert Receipt("<1@portail.example>").reference == PARCEL.message_id


def test_an_error_says_its_code_and_whether_later_may_do_better():
    error = ChannelError("SMTPDataError 451", permanent=False)
    assert (str(error), error.code, error.permanent) == (
        "SMTPDataError 451",
        "SMTPDataError 451",
        False,
    )
