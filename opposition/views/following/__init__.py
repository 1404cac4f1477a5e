"""Following: from the letters to a confirmed dossier, and every way into one."""
