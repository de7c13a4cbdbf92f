"""HTML made fit for a parser: one linear pass that takes out what parsers choke on and keeps the words.

Parsers return nothing, without a word, at 255 tags inside each other or at a text of 10 MB, and hang on a
tag with 100,000 attributes. Scripts and styles are left out; metadata in JSON-LD is kept apart too.
"""

from __future__ import annotations

import re

import msgspec

from counterclaim.inputs.convert.pages import ConvertError
from counterclaim.inputs.limits import Limits, how_to_raise

# Python's `re`, since the scan needs to go on from a position; each pattern is linear: what follows a
# repeated part can not start it.
_TAG = re.compile(r"""</?[a-zA-Z](?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_LD_JSON = re.compile(r"type\s*=\s*[\"']?application/ld\+json", re.IGNORECASE)
_DROPPED = frozenset({"script", "style", "template", "svg", "iframe", "object", "select"})
_RAW = frozenset({"script", "style"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# An open element that a new one closes, and those beyond which it does not look.
_CLOSES = {
    "p": frozenset({"p"}),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
_BARRIERS = frozenset("ul ol dl table div section article main body blockquote".split())
_LONGEST_LD = 1 << 20  # characters of one JSON-LD block


class Tamed(msgspec.Struct, frozen=True):
    """HTML that is safe to parse; `json_ld` holds the metadata blocks, `flattened` how many tags fell away."""

    html: str
    json_ld: tuple[str, ...]
    flattened: int = 0


def tame(html: str, limits: Limits) -> Tamed:
    """The same HTML without scripts, styles, comments, tags nested too deep and endless attributes.

    >>> from counterclaim.inputs.limits import DEFAULTS
    >>> tame("<p>One<script>x()</script> died.<!-- no -->", DEFAULTS).html
    '<p>One died.'

    Raises:
        ConvertError: more tags than `html_tags`, or a text without any longer than `line_chars`.
    """
    scan = _Scan(html.replace("\0", ""), limits)
    scan.run()
    return Tamed("".join(scan.kept), tuple(scan.json_ld), scan.flattened)


class _Scan:
    def __init__(self, html: str, limits: Limits) -> None:
        self.html = html
        self.limits = limits
        self.kept: list[str] = []
        self.json_ld: list[str] = []
        self.flattened = 0
        self._open: list[str] = []
        self._too_deep: dict[str, int] = {}
        self._tags = 0
        self._quotes_broken = False
        self._unclosed: set[str] = set()  # ends that were looked for and do not come any more

    def run(self) -> None:
        at, size = 0, len(self.html)
        while at < size:
            start = self.html.find("<", at)
            self._keep_text(at, start if start >= 0 else size)
            if start < 0:
                return
            at = self._read_markup(start)

    def _keep_text(self, start: int, end: int) -> None:
        if end - start > self.limits.line_chars:
            size = f"holds {end - start:,} characters without a tag, more than {self.limits.line_chars:,}"
            raise ConvertError("input.long_line", f"{size}; {how_to_raise('line_chars', end - start)}")
        self.kept.append(self.html[start:end])

    def _read_markup(self, start: int) -> int:
        """Where to read on after the "<" at `start`."""
        html = self.html
        follows = html[start + 1 : start + 2]
        if html.startswith("<!--", start):
            end = self._find("-->", start + 4)
            return end if end >= 0 else start + 4  # never closed: the marker goes, the words stay
        if follows in ("!", "?"):
            end = self._find(">", start)
            if html[start : start + 9].lower() == "<!doctype" and end >= 0:
                self.kept.append(html[start:end])
            return end if end >= 0 else len(html)
        if not (follows.isalpha() or follows == "/"):
            self.kept.append("&lt;")
            return start + 1
        end = self._find(">", start)
        name = _NAME.match(html, start)
        if name is None:  # "</ 3"
            return start + 2
        if end < 0:  # the page was cut inside a tag
            return len(html)
        whole = None if self._quotes_broken else _TAG.match(html, start)
        self._quotes_broken = whole is None  # a quote never closes: from here on attributes go
        return self._read_tag(name[1].lower(), start, whole.end() if whole else end)

    def _read_tag(self, name: str, start: int, end: int) -> int:
        self._tags += 1
        if self._tags > self.limits.html_tags:
            limit = self.limits.html_tags
            message = f"has more than {limit:,} tags; {how_to_raise('html_tags', 10 * limit)}"
            raise ConvertError("input.html_tags", message)
        if name in _DROPPED:
            return self._pass_over(name, start, end)
        closing = self.html[start + 1] == "/"
        if name in _VOID:
            kept = not closing
        elif closing:
            kept = self._close(name)
        else:
            kept = self._open_one(name)
        if kept and (self._quotes_broken or end - start > self.limits.tag_chars):
            self.kept.append(f"<{'/' if closing else ''}{name}>")
        elif kept:
            self.kept.append(self.html[start:end])
        return end

    def _open_one(self, name: str) -> bool:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] in _CLOSES.get(name, ()):
                del self._open[index:]
                break
            if self._open[index] in _BARRIERS or name not in _CLOSES:
                break
        if len(self._open) >= self.limits.html_depth:
            self._too_deep[name] = self._too_deep.get(name, 0) + 1
            self.flattened += 1
            return False
        self._open.append(name)
        return True

    def _close(self, name: str) -> bool:
        if self._too_deep.get(name):
            self._too_deep[name] -= 1
            return False
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] == name:
                del self._open[index:]
                break
        return True

    def _pass_over(self, name: str, start: int, end: int) -> int:
        """Leave an element out, its words too; one that never closes loses its tag only."""
        tag = self.html[start:end]
        if tag.startswith("</") or tag.endswith("/>"):
            return end
        close = self._find(f"</{name}", end)
        if close < 0:
            return len(self.html) if name in _RAW else end
        words = self.html[end : close - len(name) - 2]
        if name == "script" and _LD_JSON.search(tag) and len(words) <= _LONGEST_LD:
            self.json_ld.append(words)
            self.kept.append(f"{tag}{words}</script>")
        after = self.html.find(">", close)
        return after + 1 if after >= 0 else len(self.html)

    def _find(self, end: str, start: int) -> int:
        """Where `end` ends, in any case; -1 where it does not come. Looks to the page's end only once."""
        if end in self._unclosed:
            return -1
        at = self.html.find(end, start)
        if at < 0 and end[-1].isalpha():
            match = re.compile(re.escape(end), re.IGNORECASE).search(self.html, start)
            at = match.start() if match else -1
        if at < 0:
            self._unclosed.add(end)
        return -1 if at < 0 else at + len(end)
