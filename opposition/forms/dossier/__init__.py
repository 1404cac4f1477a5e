"""The forms of a followed dossier: what a person says happened, what they change of it."""
