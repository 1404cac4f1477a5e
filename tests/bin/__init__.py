"""The commands that everybody types."""
