"""The citizen’s forms, a step each, and the journey that goes through them."""
