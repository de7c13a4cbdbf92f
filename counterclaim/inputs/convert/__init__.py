"""Bytes of one format to pages of text: pure functions, run in the worker with its limits."""
