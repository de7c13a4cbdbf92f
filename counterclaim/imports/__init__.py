"""Data that people already have, as accounts: UCDP GED, ACLED, and a coder's spreadsheet of claims."""
