"""The citizen’s pages: they read the clock, ask the forms, and show."""
