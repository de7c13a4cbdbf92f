"""The HTTP API: what the store holds, as JSON, under /api/v1."""
