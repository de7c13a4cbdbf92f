"""Articles, datelines and sentences of a document."""
