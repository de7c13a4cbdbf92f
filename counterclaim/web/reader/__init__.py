"""The reader: one document's text with its claims marked, cut on the server in code points."""
