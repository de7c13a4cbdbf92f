"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# No time limit per example: the machine's load is not the code's fault; time is measured in benchmarks/.
# A change is judged on the same examples wherever it is judged; local runs look for new ones.
settings.register_profile("house", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("house")
