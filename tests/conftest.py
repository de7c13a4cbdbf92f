"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# No time limit per example: the machine's load is not the code's fault; time is measured in benchmarks/.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")
