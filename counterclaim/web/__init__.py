"""Pages over the store."""
