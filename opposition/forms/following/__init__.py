"""The forms of following: how to be reached, what one agrees to, a code copied from a slip."""
