"""How Sphinx makes the documentation site: `make docs` writes it to docs/_build."""

from __future__ import annotations

from counterclaim import __version__

project = "Counterclaim"
author = "The Counterclaim founders"
copyright = author  # noqa: A001  Sphinx reads this name
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
# Files of the project that a page points to are named, not copied: they are read in the repository.
suppress_warnings = ["myst.xref_missing"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "Counterclaim"
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
