"""Claims and voices from the trained reader's marks, and how sure they and the rules' claims are."""
