"""`python -m counterclaim.cli` is the command `counterclaim`."""

from counterclaim.cli.main import main

main()
