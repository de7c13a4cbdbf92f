"""The wordings in which sentences count people harmed; one file per kind of wording."""
