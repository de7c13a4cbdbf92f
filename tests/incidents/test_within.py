"""One document: which of its claims are about one happening."""

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.core.claims import Assessment, Casualty, Claim, Control, Damage, Event, Responsibility
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Passage, Sheet
from counterclaim.incidents.mentions import mentions_of
from counterclaim.incidents.pairs import compared, weights
from counterclaim.incidents.signs import signs_of
from counterclaim.incidents.whereabouts import whereabouts
from counterclaim.incidents.within import label_incidents


def sheet_of(
    articles: Sequence[Sequence[str]], claims: Sequence[Claim], published: str | None = None
) -> Sheet:
    """A sheet whose passages are the sentences given, article by article; quotes are found in them."""
    text = "\n".join(" ".join(sentences) for sentences in articles)
    passages: list[Passage] = []
    spans: list[Article] = []
    start = 0
    for number, sentences in enumerate(articles):
        first = start
        for sentence in sentences:
            span = Span(start, start + len(sentence))
            passages.append(
                Passage(span=span, exact=sentence, prefix="", suffix="", article=number, segment=number)
            )
            start = span.end + 1
        spans.append(Article(span=Span(first, start - 1), published=published))
    placed = [_placed(claim, passages[claim.passage].span.start, text) for claim in claims]
    document = Document(id="d1", doc="d1", text=text, sha256="", origin="-")
    return Sheet(document=document, articles=tuple(spans), passages=tuple(passages), claims=tuple(placed))


def _placed(claim: Claim, sentence: int, text: str) -> Claim:
    start = text.index(claim.quote, sentence)
    return replace(claim, start=start, end=start + len(claim.quote))


def labels(articles: Sequence[Sequence[str]], claims: Sequence[Claim]) -> list[str | None]:
    return [claim.incident for claim in label_incidents(sheet_of(articles, claims)).claims or ()]


def casualty(quote: str, passage: int = 0, *, start: int = 0, **fields: object) -> Casualty:
    known = {"harm": "killed", "article": 0, **fields}
    return Casualty(start=start, end=start + len(quote), quote=quote, passage=passage, **known)  # type: ignore[arg-type]


def event(quote: str, passage: int, event_type: str, **fields: object) -> Event:
    known = {"article": 0, **fields}
    return Event(start=0, end=len(quote), quote=quote, passage=passage, event_type=event_type, **known)  # type: ignore[arg-type]


def test_the_dead_and_wounded_of_one_sentence_belong_to_its_bombing() -> None:
    sentence = "A car bomb at a market in Basra killed nine people and wounded 30."
    found = labels(
        [[sentence]],
        [
            event("A car bomb at a market in Basra", 0, "bombing", place="Basra"),
            casualty("killed nine people", min=9, max=9),
            casualty("wounded 30", harm="wounded", min=30, max=30),
        ],
    )
    assert found[0] is not None
    assert set(found) == {found[0]}


def test_two_attacks_in_two_towns_are_kept_apart() -> None:
    found = labels(
        [["Gunmen killed four people in Kano on Monday.", "On Tuesday a blast in Maiduguri killed eleven."]],
        [
            event("Gunmen killed four people in Kano", 0, "attack", place="Kano", date="Monday"),
            casualty("killed four people", 0, min=4, max=4),
            event("a blast in Maiduguri", 1, "bombing", place="Maiduguri", date="Tuesday"),
            casualty("killed eleven", 1, min=11, max=11),
        ],
    )
    assert found[0] == found[1] != found[2] == found[3]


def test_the_blast_of_a_later_sentence_goes_back_to_the_bombing_told_before() -> None:
    found = labels(
        [
            [
                "A truck bomb hit a bakery in Marib.",
                "Police arrested five men in Aden over fuel smuggling.",
                "The blast destroyed six houses.",
                "Clerics condemned the bombing.",
            ]
        ],
        [
            event("A truck bomb hit a bakery in Marib", 0, "bombing", place="Marib"),
            event("arrested five men in Aden", 1, "arrest", place="Aden"),
            Damage(start=0, end=0, quote="The blast destroyed six houses", passage=2, min=6, max=6),
            Assessment(start=0, end=0, quote="condemned the bombing", passage=3, speakers=("clerics",)),
        ],
    )
    assert found[0] == found[2] == found[3] != found[1]


def test_totals_of_a_war_and_who_holds_a_town_are_about_no_single_incident() -> None:
    found = labels(
        [
            [
                "Shells hit Gorlivka and killed two.",
                "The war has killed 9,000 since 2014.",
                "Rebels hold the town.",
            ]
        ],
        [
            event("Shells hit Gorlivka", 0, "shelling", place="Gorlivka"),
            casualty("The war has killed 9,000", 1, scope="cumulative", date="since 2014"),
            casualty("has killed 9,000 since 2014", 1, date="since 2014"),
            Control(start=0, end=0, quote="Rebels hold the town", passage=2, change="holds"),
        ],
    )
    assert found[0] is not None
    assert found[1:] == [None, None, None]


def test_what_happened_last_month_and_who_waits_since_a_day_are_each_of_one_incident() -> None:
    found = labels(
        [
            [
                "Last month rebels attacked Hadira.",
                "The buses have stood at Besna since late on Friday and 300 people wait in them.",
                "Shells have killed 44 since Thursday, among them nine children.",
            ]
        ],
        [
            event("rebels attacked Hadira", 0, "attack", place="Hadira", date="Last month"),
            casualty("300 people wait", 1, harm="affected", place="Besna", date="since late on Friday"),
            casualty("killed 44", 2, scope="cumulative", date="since Thursday"),
            casualty("nine children", 2, scope="part", date="since Thursday"),
        ],
    )
    assert [label is not None for label in found] == [True, True, False, False]


def test_a_denial_in_the_own_voice_stands_with_the_strike_it_denies() -> None:
    found = labels(
        [
            [
                "The air force admitted its air strikes near Kunduz killed 12 soldiers.",
                "The strike was on October 3.",
                "Ministers met in Brussels.",
                "There is no proof that air strikes hit soldiers.",
            ]
        ],
        [
            Responsibility(
                start=0, end=0, quote="its air strikes near Kunduz", stance="admits", accused="air force"
            ),
            casualty("killed 12 soldiers", min=12, max=12, place="Kunduz"),
            event("The strike was on October 3", 1, "air_strike", date="October 3"),
            event("Ministers met in Brussels", 2, "meeting", place="Brussels"),
            Responsibility(
                start=0,
                end=0,
                passage=3,
                quote="no proof that air strikes hit soldiers",
                stance="denies",
                polarity="negated",
                accused="air force",
            ),
        ],
    )
    assert found[0] == found[1] == found[2] == found[4] != found[3]


def test_articles_of_one_page_share_no_incident() -> None:
    found = labels(
        [["A mine killed two in Taiz."], ["A mine killed two in Taiz."]],
        [
            casualty("killed two", 0, min=2, max=2, place="Taiz"),
            casualty("killed two", 1, article=1, min=2, max=2, place="Taiz"),
        ],
    )
    assert None not in found
    assert found[0] != found[1]


def test_strikes_in_two_countries_are_two_incidents() -> None:
    found = labels(
        [["Air strikes destroyed four tanks in Syria.", "It also carried out seven strikes in Iraq."]],
        [
            event("Air strikes destroyed four tanks in Syria", 0, "air_strike", place="Syria"),
            event("seven strikes in Iraq", 1, "air_strike", place="Iraq"),
        ],
    )
    assert found[0] != found[1]


def test_a_sheet_without_claims_keeps_none() -> None:
    assert labels([["Nothing happened."]], []) == []


def test_the_order_in_which_claims_are_found_changes_nothing() -> None:
    sentences = ["A mine killed two in Taiz.", "The blast wounded nine.", "Police arrested five men in Aden."]
    claims: list[Claim] = [
        casualty("killed two", 0, min=2, max=2, place="Taiz"),
        casualty("wounded nine", 1, harm="wounded", min=9, max=9),
        event("arrested five men in Aden", 2, "arrest", place="Aden"),
    ]
    assert labels([sentences], claims[::-1]) == labels([sentences], claims)[::-1]


def test_opinions_alone_make_no_incident() -> None:
    sentence = "The minister condemned the bombing and feared more."
    opinion = Assessment(start=0, end=0, quote="condemned the bombing", speakers=("minister",))
    assert labels([[sentence]], [opinion]) == [None]


def test_a_day_told_otherwise_keeps_an_attack_apart_however_alike_the_words() -> None:
    found = labels(
        [
            [
                "A blast at the market in Basra killed four on May 3.",
                "A blast at the market in Basra killed six on May 9.",
            ]
        ],
        [
            casualty(
                "A blast at the market in Basra killed four", 0, min=4, max=4, place="Basra", date="May 3"
            ),
            casualty(
                "A blast at the market in Basra killed six", 1, min=6, max=6, place="Basra", date="May 9"
            ),
        ],
    )
    assert found[0] != found[1]


def test_an_attack_that_a_report_recalls_is_an_incident_of_its_own() -> None:
    sheet = sheet_of(
        [
            [
                "Gas killed nine people in Hadira on Tuesday.",
                "Medics treated the victims of the attack.",
                "A gas attack killed hundreds in Tel Amin in August 2013.",
            ]
        ],
        [
            event("Gas killed nine people in Hadira", 0, "chemical_attack", place="Hadira", date="Tuesday"),
            casualty("killed nine people", 0, min=9, max=9),
            casualty("Medics treated the victims of the attack", 1, harm="affected"),
            event("A gas attack", 2, "chemical_attack", place="Tel Amin", date="August 2013"),
            casualty("killed hundreds", 2, min=200, date="August 2013"),
        ],
        published="2017-04-05",
    )
    found = [claim.incident for claim in label_incidents(sheet).claims or ()]
    assert found[0] == found[1] == found[2]
    assert found[3] == found[4] != found[0]


def test_a_strike_told_of_as_later_is_another() -> None:
    found = labels(
        [["Jets struck Hadira on Tuesday.", "Later jets struck a clinic where the wounded were treated."]],
        [
            event("Jets struck Hadira", 0, "air_strike", place="Hadira", date="Tuesday"),
            event("jets struck a clinic", 1, "air_strike", place="a clinic", date="Later"),
        ],
    )
    assert found[0] != found[1]


def test_a_second_blast_minutes_later_is_of_the_same_attack() -> None:
    found = labels(
        [
            [
                "A bomb hit a market in Hadira on Tuesday.",
                "Minutes later another blast hit the market, killing nine.",
            ]
        ],
        [
            event("A bomb hit a market in Hadira", 0, "bombing", place="Hadira", date="Tuesday"),
            casualty("killing nine", 1, place="the market", date="Minutes later"),
        ],
    )
    assert found[0] == found[1]


def test_a_claim_without_a_place_is_where_its_sentence_or_else_the_text_before_tells() -> None:
    claims: list[Claim] = [
        event("Shells hit Hadira", 0, "shelling", place="Hadira"),
        casualty("killed two", 0, start=19),
        casualty("six were hurt", 1, start=40),
        casualty("nobody fled", 2, start=60),
        event("jets struck Besna", 2, "air_strike", place="Besna", article=0),
    ]
    claims[-1] = replace(claims[-1], start=80)
    signs = [signs_of(claim, claim.quote, None) for claim in claims]
    hadira, besna = signs[0].spot.keys, signs[-1].spot.keys
    assert hadira
    assert besna
    assert whereabouts(claims, signs) == [hadira, hadira, hadira, besna, besna]


def test_every_sign_between_two_claims_has_a_weight_and_every_weight_a_sign() -> None:
    (mention,) = mentions_of([casualty("killed two")], [], None)
    assert [name for name, _ in compared(mention, mention)] == list(weights().weights)
