"""One file per migration, in order; a released one is never changed."""
