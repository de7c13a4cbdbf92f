"""One layer each over the passages: counts, mentions, places, times."""
