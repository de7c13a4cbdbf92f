"""Bytes to documents: files, folders, tables, standard input."""
