"""Labels for the parts of a document; never cuts."""
