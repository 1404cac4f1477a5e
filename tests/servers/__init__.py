"""Private servers that the tests start, each ended with its parent."""
