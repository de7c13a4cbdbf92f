"""A store of which a part is published, with a word of its own in everything that is not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.core.claims import Assessment, Casualty, Claim, Control, Damage, Event, Responsibility
from counterclaim.core.incidents import Incident, Link, Relation
from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.restrictions import restrict
from counterclaim.store.withholding import withhold
from tests.web.sheets import build_sheet

WITNESS = "Zamíra Qoyl"  # stands in what is published, and is withheld there
NAME_PARTS = ("zamira", "zamíra", "qoyl")
_AT: dict[str, Any] = {"start": 0, "end": 0, "quote": ""}


class Partly(NamedTuple):
    """The store's secrets: no visitor may meet one of these words, nor learn that one of these ids is known."""

    path: Path
    words: tuple[str, ...]
    ids: tuple[str, ...]  # of documents, claims and incidents that are not published
    open_ids: tuple[str, ...]  # of those that are
    document_ids: tuple[str, ...]  # published or not


class _Words:
    """Words that stand nowhere else, each given once."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def new(self) -> str:
        number = len(self.given)
        self.given.append(f"xq{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}{number}zv")
        return self.given[-1]


def make_partly_published(path: Path, seed: int) -> Partly:
    """Six documents, of whose claims chance has some accepted; some that are accepted are restricted."""
    chance, words = random.Random(seed), _Words()
    sheets = [_sheet(number, chance, words) for number in range(6)]
    accepted = {claim.id for sheet in sheets for claim in sheet.claims or () if _is_open(claim)}
    hidden_outlet = f"Gazette {words.new()}"
    extra = [
        _hidden_sheet("document", words, f"Paper {words.new()}"),
        _hidden_sheet("outlet", words, hidden_outlet),
        _hidden_sheet("unread", words, f"Sheet {words.new()}"),
    ]
    with Store.open(path) as store:
        for sheet in (*sheets, *extra):
            store.write_sheet(sheet)
        store.write_issue(
            f"in/{words.new()}.txt", Issue("input.odd", "error", "hand.v1", f"odd {words.new()}")
        )
        store.write_incidents(list(_incidents(sheets, extra, words)))
        restricted = sorted(accepted)[: len(accepted) // 5]
        closed = {claim.id for sheet in extra[:2] for claim in sheet.claims or ()}
        for claim in (*sorted(accepted), *sorted(closed)):
            store.rule(claim, "accept", who=words.new(), why=words.new())
        rejected = next(c for sheet in sheets for c in sheet.claims or () if not _is_open(c))
        store.rule(rejected.id, "reject", who=words.new(), why=words.new())
        for claim in restricted:
            restrict(store, claim, who=words.new(), why=words.new())
        restrict(store, extra[0].document.id, who=words.new(), why=words.new())
        restrict(store, hidden_outlet, who=words.new(), why=words.new())
        withhold(store, WITNESS, "witness", also=["Qoyl"], who=words.new(), why=words.new())
    shown = accepted - set(restricted)
    told = {one.document.id for one in sheets if any(claim.id in shown for claim in one.claims or ())}
    every = {claim.id for sheet in (*sheets, *extra) for claim in sheet.claims or ()}
    documents = {sheet.document.id for sheet in (*sheets, *extra)}
    # Words of restricted claims were written as those of open ones: they are secrets all the same.
    own = [_own_word(claim) for sheet in sheets for claim in sheet.claims or () if claim.id in restricted]
    return Partly(
        path, (*words.given, *own), tuple(sorted((every - shown) | (documents - told) | {"HID"})),
        tuple(sorted(shown | told)), tuple(sorted(documents)),
    )  # fmt: skip


def _is_open(claim: Claim) -> bool:
    return "open" in claim.quote


def _own_word(claim: Claim) -> str:
    return claim.quote.split()[-1]


def _sheet(number: int, chance: random.Random, words: _Words) -> Sheet:
    """Sentences of open claims, of claims nobody decided on, and of none, in any order."""
    claims: list[tuple[str, Claim]] = []
    sentences = []
    kinds = [*("open" for _ in range(4)), *("unread" for _ in range(4)), "plain", "both"]
    chance.shuffle(kinds)
    for place, kind in enumerate(kinds):
        if kind == "plain":
            sentences.append(f"Nobody claims anything of {words.new()} here. ")
            continue
        figure = 10 * number + place + 1
        if kind in ("open", "both"):
            said = f"{figure} people were killed open on9{number}x{place}"
            claims.append((said, _open_claim(figure, number, place)))
            sentences.append(f"{WITNESS} said that {said} at Orlova")
        if kind in ("unread", "both"):
            word = words.new()
            said = f"{figure + 500} people were hurt near {word}"
            claims.append((said, _unread(chance.randrange(6), figure, words)))
            sentences.append(f"; {words.new() if kind == 'unread' else 'and'} {said}")
        sentences.append(". ")
    return build_sheet(
        f"told-{number}-Qoyl.txt",
        [
            ("headline", 0, f"Raid told by {words.new()}\n"),
            ("article", 0, "".join(sentences)),
            ("caption", 0, f"\nPhoto: {words.new()}\n"),
            ("notice", None, f"Cookies of {words.new()}\n"),
        ],
        claims,
        title=f"Raid as ZAMIRA QOYL saw it, {number}",
        outlet=f"Qoyl Wire {number}",
        published="2016-09-18",
        origin=f"/home/{words.new()}/told-{number}.txt",
    )


def _open_claim(figure: int, number: int, place: int) -> Claim:
    more: dict[str, Any] = {"place": "Orlova", "when": "2016-09-17", "speaker_aliases": (WITNESS,)}
    return Casualty(
        **_AT,
        harm="killed",
        min=figure,
        max=figure,
        qualifier="exact",
        group=f"neighbours of Zamira Qoyl {number}",
        speakers=(WITNESS,) if place % 2 else (f"Monitor {number}",),
        via=("Mrs. Qoyl",),
        explicitness="named",
        maker="hand.v1",
        **more,
    )


def _unread(kind: int, figure: int, words: _Words) -> Claim:
    by: dict[str, Any] = {
        **_AT,
        "speakers": (words.new(),),
        "via": (words.new(),),
        "place": words.new(),
        "date": words.new(),
        "when": "2019-04-05",
        "explicitness": "named",
    }
    made: tuple[Claim, ...] = (
        Casualty(**by, harm="wounded", min=figure, group=words.new(), perpetrator=words.new()),
        Event(**by, event_type="shelling", actor=words.new(), target=words.new()),
        Responsibility(**by, stance="accuses", accused=words.new()),
        Control(**by, holder=words.new(), change="seizes"),
        Damage(**by, object=words.new(), outcome="destroyed"),
        Assessment(**by),
    )
    return made[kind]


def _hidden_sheet(name: str, words: _Words, outlet: str) -> Sheet:
    said = f"7 people were killed {words.new()}"
    claim = Casualty(**_AT, harm="killed", min=7, max=7, speakers=(words.new(),), place=words.new())
    return build_sheet(
        f"{name}-{words.new()}.txt",
        [("article", 0, f"{words.new()} says {said}. ")],
        [(said, claim)],
        title=words.new(),
        outlet=outlet,
        origin=f"in/{words.new()}",
    )


def _incidents(sheets: list[Sheet], extra: list[Sheet], words: _Words) -> Iterator[Incident]:
    """One of every two documents, with what the linking said of claims that are not published; and a hidden one."""
    for first in range(0, 6, 2):
        claims = [claim for sheet in sheets[first : first + 2] for claim in sheet.claims or ()]
        yield Incident(
            code=f"OP{first}",
            title=f"Shelling, {words.new()}, 5 April 2019",
            kind="shelling",
            place=words.new(),
            when="2019-04-05",
            claims=tuple(claim.id for claim in claims),
            relations=tuple(
                Relation(kind="contradicts", claim=one.id, other=other.id, basis=f"{words.new()} against it")
                for one, other in pairwise(claims)
            ),
            links=(Link(claim=claims[0].id, other=claims[-1].id, score=0.9, basis=f"one {words.new()}"),),
            basis=f"2 documents: {words.new()}",
            maker="hand.v1",
        )
    yield Incident(
        code="HID",
        title=f"Raid, {words.new()}",
        place=words.new(),
        claims=tuple(claim.id for sheet in extra for claim in sheet.claims or ()),
    )
