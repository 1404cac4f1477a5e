"""A house without a suite: its own scripts, and programs that are only played."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def house(folder, *scripts):
    """The folder, with these scripts of ours in it."""
    for script in scripts:
        (folder / script).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / script, folder / script)
    return folder


def play(file, script):
    """A program of that name that does this and nothing else."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def run(script, *words, first=None, **env):
    """The script, called from elsewhere, on a machine whose `first` programs are played."""
    path = os.environ["PATH"] if first is None else f"{first}:{os.environ['PATH']}"
    return subprocess.run(
        [script, *words],
        cwd="/",
        env={"PATH": path, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def calls(folder):
    """What the played programs wrote down."""
    file = folder / "calls"
    return file.read_text().splitlines() if file.exists() else []
