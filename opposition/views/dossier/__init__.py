"""The pages of a followed dossier: what stands, what is asked, what happened, what to send."""
