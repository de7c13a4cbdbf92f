"""The fenced blocks of the documents, and who runs which."""

from __future__ import annotations

from collections.abc import Iterator

from tests.console import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
# Tests that run or read blocks, by page and language; each names the page.
TESTS = {
    ("howto/api.md", "console"): "web/test_api_docs.py",
    ("howto/api.md", "python"): "web/test_api_docs.py",
    ("howto/api.md", "sh"): "web/test_api_docs.py",
    ("howto/export.md", "console"): "export/test_howto.py",
    ("howto/ged.md", "console"): "docs/test_examples.py",
    ("howto/import.md", "console"): "imports/test_howto.py",
    ("howto/library.md", "pycon"): "library/test_docs.py",
    ("howto/llm.md", "console"): "llm/test_howto.py",
    ("howto/llm.md", "sql"): "docs/test_other_blocks.py",
    ("howto/llm.md", "toml"): "llm/test_howto.py",
    ("howto/privacy.md", "toml"): "web/test_privacy.py",
    ("howto/public-site.md", "console"): "docs/test_other_blocks.py",
    ("howto/review.md", "console"): "docs/test_examples.py",
    ("howto/review.md", "python"): "docs/test_other_blocks.py",
    ("howto/tables.md", "text"): "docs/test_other_blocks.py",
    ("method/reconciliation.md", "toml"): "docs/test_other_blocks.py",
    ("reference/benchmarks.md", "text"): "docs/test_other_blocks.py",
    ("reference/store.md", "sql"): "store/test_reference.py",
    ("tutorial/first-page.md", "console"): "docs/test_examples.py",
}
# Languages and starts of commands that nothing runs, with the reason.
NOT_RUN = {
    "nginx": "the settings of another program",
    "python -m resources.build_catalogues": "writes into the project; tests/web/test_languages.py checks what it makes",
    "schemathesis run": "needs a server for minutes; tests/web/test_api_schema.py asks the same",
}


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Language and text of each fenced block; those that Sphinx makes something of are passed over."""
    language, lines = None, list[str]()
    for line in (DOCS / page).read_text("utf-8").splitlines():
        if line.startswith("```") and language is None:
            language, lines = line.removeprefix("```"), []
        elif line == "```" and language is not None:
            if not language.startswith("{"):
                yield language, "\n".join(lines)
            language = None
        else:
            lines.append(line)


def block(page: str, language: str) -> str:
    """The first block of a language."""
    return next(text for kind, text in blocks(page) if kind == language)


def commands(page: str) -> list[str]:
    """The lines of the page's `sh` blocks that `test_commands.py` runs."""
    if (page, "sh") in TESTS:
        return []
    told = [line for kind, text in blocks(page) if kind == "sh" for line in text.splitlines()]
    return [line for line in told if not line.startswith(tuple(NOT_RUN))]
