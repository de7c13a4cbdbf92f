"""What the review desk shows and reads from its forms; the pages are in `pages/review*.py`."""
