"""Fetches a page of the web when the user asks for it by its address; nothing else opens a connection."""
