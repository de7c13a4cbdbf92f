"""Word lists of general use, as data generated from resources/, and look-ups in them."""
