"""Records and small vocabulary that every other package shares; imports nothing else of ours."""
