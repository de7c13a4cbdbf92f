"""How fast and in how much memory documents are read."""
