"""The page of one speaker: what it said, and how its figures stand beside those of independent others."""
