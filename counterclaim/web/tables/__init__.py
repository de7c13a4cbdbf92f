"""Lists of the store as tables: filters, facets, columns, cells and downloads."""
