"""Articles that are not about a conflict are left unread, and it is said so."""

from __future__ import annotations

from counterclaim.core.ids import hash_bytes
from counterclaim.core.types import Document
from counterclaim.run.pipeline import read_document

WAR = (
    "MARAWI, June 3 - Militants killed nine farmers near the lake on Friday, the army said. Soldiers were sent to "
    "the town after gunmen attacked a market and shelled two villages. The rebels denied that they had carried "
    "out the attack and accused government troops of firing rockets at civilians who fled the fighting."
)
SPORT = (
    "The home side won the cup on Friday after a late goal by its young striker, and thousands of fans sang in the "
    "streets until dawn. The coach praised the team for a season of hard work and said that the club would open "
    "a new training ground in the autumn, with room for a school and a small museum of its trophies. The visitors, "
    "who had led the table since the winter, went home with nothing but the memory of a fine first half. Their "
    "keeper saved two penalties before the break, and the crossbar stopped a free kick from the edge of the box. "
    "After the interval the rain set in and the pitch turned heavy; passes fell short, and tempers with them. The "
    "winner came from a corner in the last minute, when the striker rose above his marker and headed the ball "
    "into the net. Tickets for the first match of next season go on sale on Monday, the club's website says."
)


def read(text: str) -> tuple[int, list[str]]:
    digest = hash_bytes(text.encode())
    sheet = read_document(Document(id=digest[:16], doc="page", text=text, sha256=digest, origin="page"))
    assert sheet.passages
    return len(sheet.claims or ()), [issue.code for issue in sheet.issues]


def test_a_report_on_a_conflict_is_read() -> None:
    claims, issues = read(WAR)
    assert claims > 2
    assert "article.other_news" not in issues


def test_a_report_on_sport_is_not_and_an_issue_says_so() -> None:
    claims, issues = read(SPORT)
    assert claims == 0
    assert "article.other_news" in issues


def test_an_article_of_a_few_words_is_read_whatever_they_are_about() -> None:
    assert "article.other_news" not in read(SPORT[:600])[1]
