"""Makes the portal's keys once, in a file that only its owner reads (`python -m portal.keys var`).

Standard library only, and outside Django: the settings read this file while they are loaded.
"""

import fcntl
import os
import secrets
import sys
from pathlib import Path

# Each is made once and never again: what it sealed or signed dies with it. The vault's are 32
# bytes, with the version of the key in front: a later one is added, none is taken away.
MAKERS = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(48),
    "VAULT_KEYS": lambda: f"1:{secrets.token_urlsafe(32)}",
    "INDEX_KEY": lambda: secrets.token_urlsafe(32),
}


def ensure(folder: Path) -> list[str]:
    """Add to `folder`/secrets.env the keys it lacks; the names of those just made.

    The file is replaced in one step (a crash leaves the old one) and two starts at once make one
    set of keys. OSError if the folder is somebody else's.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _complete(folder / "secrets.env")
    finally:
        os.close(lock)


def _complete(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    present = {line.partition("=")[0].strip() for line in text.splitlines()}
    made = [name for name in MAKERS if name not in present]
    if made:
        lines = [f"{name}={MAKERS[name]()}" for name in made]
        _replace(file, "\n".join([*text.splitlines(), *lines, ""]))
    return made


def _replace(file: Path, text: str) -> None:
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(descriptor)
    draft.replace(file)


def main(folder: str) -> int:
    """Make what is missing, and say it; 1 where the folder cannot be written."""
    try:
        made = ensure(Path(folder))
    except OSError as error:
        sys.stderr.write(f"Impossible d’écrire les clés du portail : {error}.\n")
        return 1
    if made:
        sys.stderr.write(
            f"Clés du portail créées dans {folder}/secrets.env ({', '.join(made)}) : "
            "perdre ce fichier, c’est perdre les données.\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
