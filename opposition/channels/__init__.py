"""How things leave: the ways a person sends a letter, and the way the portal mails a notice."""
