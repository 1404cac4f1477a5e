"""A person's dossier: opened, confirmed, led, changed, taken home, erased."""
