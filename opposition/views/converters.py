"""The parts of an address that are ours: a reference, a secret."""

from opposition.correspondence.references import ALPHABET


class Reference:
    """`XXXX-XXXX`, as printed on every letter."""

    regex = f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


class Secret(Reference):
    """What only the person holds: logs print the route, never this."""

    regex = "[A-Za-z0-9_-]{22,64}"
