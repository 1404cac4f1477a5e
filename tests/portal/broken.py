"""A site whose every page fails, with a name in its error."""


def application(_environ, _start_response):
    raise ValueError("Zoé Daubigné")
