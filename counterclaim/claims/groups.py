"""The words for who is counted: "pro-government fighters", "members of the local council", "other guards"."""

from __future__ import annotations

from counterclaim.claims.heads import bare
from counterclaim.claims.memory import BODIES
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Status
from counterclaim.lexicons.words import act_classes

ARTICLES = frozenset(["a", "an"])
# Words that end a phrase for people though they look like part of it.
PHRASE_ENDS = frozenset(
    """hostage killed wounded injured dead hurt died missing kidnapped abducted arrested detained fled displaced
    evacuated trapped besieged executed beheaded in on at near from by after during when who that which
    were was are is have has had been including among with to for as taken reported said held left
    suffering suffered into since while before under inside outside between across around over
    lost remain remained sustained captured rescued stranded mostly mainly""".split()
)
PARTICIPLES = frozenset(
    "captured wounded injured displaced kidnapped abducted detained trapped stranded arrested besieged missing".split()
)
# "Two gardeners" are people though no list has them; things with these endings are in the list of things.
OCCUPATIONS = ("ers", "ors", "ists", "ians", "men", "women")
MIN_OCCUPATION = 5
MAX_GROUP_TOKENS = 9


def status_of(words: tuple[str, ...]) -> Status:
    """Who the people are said to be, from the nouns for them.

    >>> status_of(("syrian", "soldiers")), status_of(("women", "and", "rebels")), status_of(("people",))
    ('combatant', 'mixed', 'unknown')
    """
    table = act_classes("people")
    kinds = {table.get(bare(word)) for word in words}
    if "civilian" in kinds and "combatant" in kinds:
        return "mixed"
    if "civilian" in kinds:
        return "civilian"
    return "combatant" if "combatant" in kinds else "unknown"


def group_at(sentence: Sentence, start: int) -> Slot | None:
    """The words for who is counted, from `start` to the last noun for people."""
    table = act_classes("people")
    size = len(sentence.tokens)
    last_noun = None
    index = start
    while index < size and index - start < MAX_GROUP_TOKENS:
        token = sentence.tokens[index]
        low = token.text if token.text in ("IS", "US") else sentence.low[index]
        closing = _bracket_end(sentence, index) or _participle_end(sentence, index)
        if closing is not None:
            index = closing
            continue
        if low in ("them", "whom", "those") or (low == "and" and _starts_another(sentence, index + 1)):
            break
        if last_noun is not None and low in act_classes("harm"):
            break
        if not token.is_word or low in PHRASE_ENDS or sentence.count_at(index):
            if not (
                low in ("dead", "wounded", "missing", "injured")
                and last_noun is None
                and _is_noun_use(sentence, index)
            ):
                break
            last_noun = index
        if low in ("of", "and"):
            if last_noun is None or not (
                low == "and" or sentence.low[last_noun] in ("members", "member", "forces", "bodies", "lives")
            ):
                break
        elif bare(low) in table or (
            last_noun is None and low.endswith(OCCUPATIONS) and len(low) > MIN_OCCUPATION
        ):
            last_noun = index
            if sentence.tokens[index].text.endswith(("'s", "’s")):
                last_noun = None
        elif (
            bare(low) in act_classes("harm_nouns")
            and low
            not in (
                "dead",
                "wounded",
                "missing",
                "injured",
                "displaced",
            )
        ) or (
            token.is_capital
            and token.text.endswith(
                ("ns", "nes", "nos", "hs", "is", "ese", "ish", "tes", "ts", "ds", "bs", "ks", "us", "ims")
            )
        ):
            last_noun = index
        index += 1
    if last_noun is None:
        return None
    last = last_noun + 1
    if not BODIES.isdisjoint(sentence.low[last : last + 1]):
        last += 1  # "members of a dissident faction"
    if sentence.low[last_noun] in ("members", "member") and sentence.low[last : last + 1] == ("of",):
        while (
            last < size
            and last - last_noun < 8
            and sentence.tokens[last].is_word
            and sentence.low[last] not in PHRASE_ENDS
        ):
            last += 1
    return Slot(start, last)


def _bracket_end(sentence: Sentence, index: int) -> int | None:
    """Past "(IS)" inside a group: "31 Islamic State (IS) militants"."""
    if sentence.low[index] != "(" or sentence.low[index + 2 : index + 3] != (")",):
        return None
    return index + 3


def _participle_end(sentence: Sentence, index: int) -> int | None:
    """Past "captured" in "12 captured soldiers": who they are, no verb of the sentence."""
    if sentence.low[index] not in PARTICIPLES:
        return 2 + index if sentence.tokens[index].text in ("U.S", "U.K", "U.N") else None
    after = sentence.low[index + 1 : index + 2]
    noun = bool(after) and bare(after[0]) in act_classes("people") and after[0] not in PHRASE_ENDS
    return index + 1 if noun else None


def _starts_another(sentence: Sentence, index: int) -> bool:
    """ "Two drivers and a guard", "four men and injuring others": what follows "and" stands by itself."""
    after = sentence.low[index : index + 1]
    if not after:
        return False
    own = after[0] in ARTICLES or after[0] in act_classes("harm")
    return own or sentence.count_at(index) is not None


def _is_noun_use(sentence: Sentence, index: int) -> bool:
    """ "15 of the wounded", "the dead": a noun, not the verb of the sentence."""
    return index > 0 and sentence.low[index - 1] == "the"
