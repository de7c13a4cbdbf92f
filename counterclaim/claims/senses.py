"""Whether a verb of saying credits somebody here, or is a participle or another sense of the word."""

from __future__ import annotations

from counterclaim.claims.clauses import QUOTE_MARKS
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.sources import GOING_ON_TO, is_known_speaker
from counterclaim.lexicons.words import act_classes, cue_classes, cue_words

MAX_PUT_TOKENS = 16
GIVING = frozenset(["gave", "gives"])
MAX_GIVEN_TOKENS = 5
PRESS = frozenset(["agency", "outlet", "state_media"])
PRESS_NOUNS = frozenset("reporters journalists paper newspaper magazine broadcaster channel station".split())
TAKING = frozenset(["claimed", "claims", "claim", "claiming"])
GOING_ON = frozenset(["continued", "continues", "detailed", "relayed"])  # "continued its raids" says nothing
SPEAKING_ON = frozenset("adding stressing noting claiming warning confirming insisting explaining".split())
CALLING = frozenset("calls call called calling".split())
CALLED_FOR = (("for",), ("on",), ("upon",))
EACH_OTHER = ("each", "other")
BEFORE_PARTICIPLE = frozenset("the a an this of its their no to was were is are be been".split())


def is_cue(sentence: Sentence, index: int, kind: str, source: Slot) -> bool:
    """Whether the verb at `index` credits `source`, and is not a participle or another sense."""
    low = sentence.low[index]
    if (
        low in cue_words("ambiguous")
        and not _is_plain(sentence, index, source)
        and not _told_press(sentence, index)
    ):
        return False
    if sentence.low[index - 1] in ("neither", "nor"):
        return False  # "neither confirmed nor denied"
    if low in TAKING and _takes_lives(sentence, index):
        return False
    if low in GOING_ON and not _opens_content(sentence, index + 1):
        return False
    if kind == "put" and not _puts_a_figure(sentence, index):
        return False
    if kind == "say" and low.endswith("ing") and not _opens_content(sentence, index + 1):
        return low in SPEAKING_ON and source.last < index - 1 and _tells(sentence, index)
    if kind == "accuse" and sentence.low[index + 1 : index + 2] == ("of",):
        return False  # "fighters accused of atrocities": who accuses them is not named
    if kind == "demand" and low in CALLING and sentence.low[index + 1 : index + 2] not in CALLED_FOR:
        return False
    if low == "ordered" and _orders_an_act(sentence, index):
        return False
    return not _part_of_noun_phrase(sentence, index) and sentence.low[index + 1 : index + 3] != EACH_OTHER


def _orders_an_act(sentence: Sentence, index: int) -> bool:
    """ "The minister, who ordered the strike": a deed, not what somebody asks for."""
    after = sentence.low[index + 1 : index + 4]
    return after[:1] in (("the",), ("a",), ("an",)) and any(low in act_classes("events") for low in after[1:])


def _is_plain(sentence: Sentence, index: int, source: Slot) -> bool:
    """Whether a verb of several senses credits: beside a known speaker, at the head of its clause."""
    before = sentence.low[source.first - 1] if source.first > 0 else ""
    nested = before in cue_classes() or before == "that"
    after = sentence.low[index + 1 : index + 2]
    goes_on = bool(after) and (after[0] in act_classes("harm") or after[0] in ("was", "were", "is", "are"))
    return is_known_speaker(sentence, source) and (not nested or goes_on)  # "that rebels claim killed 12"


def _told_press(sentence: Sentence, index: int) -> bool:
    """ "Told Reuters", "told reporters", "told the paper": telling, whoever does it."""
    if sentence.low[index] not in ("told", "tells"):
        return False
    hit = sentence.mention_at(index + 1, "actor") or sentence.mention_at(index + 2, "actor")
    named = hit is not None and hit[1].type in PRESS
    return named or not PRESS_NOUNS.isdisjoint(sentence.low[index + 1 : index + 3])


def _tells(sentence: Sentence, index: int) -> bool:
    """ "…, stressing more than half were women": a clause follows, with a verb of its own."""
    return bool(
        {"was", "were", "are", "is", "has", "had", "have"} & set(sentence.low[index + 1 : index + 12])
    )


def _takes_lives(sentence: Sentence, index: int) -> bool:
    """ "The raids claimed 17 lives"."""
    return bool({"lives", "life"} & set(sentence.low[index + 1 : index + 7]))


def _opens_content(sentence: Sentence, index: int) -> bool:
    """ "Adding that", "saying: “": what is said follows at once."""
    after = sentence.tokens[index : index + 1]
    return bool(after) and (
        after[0].low in ("that", ":", ",")
        or after[0].text in QUOTE_MARKS
        or sentence.low[index - 1] == "saying"
    )


def _puts_a_figure(sentence: Sentence, index: int) -> bool:
    """ "Put the death toll in the shelling of the port at 31", "put it at 180", "gave a lower toll of 28"."""
    if sentence.low[index] in GIVING:
        after = sentence.low[index + 1 : index + 1 + MAX_GIVEN_TOKENS]
        return not {"toll", "tolls", "figure", "figures"}.isdisjoint(after)
    after = sentence.low[index + 1 : index + 1 + MAX_PUT_TOKENS]
    if after[:2] == ("it", "at") and sentence.count_at(index + 3) is not None:
        return True
    figure = next((at for at, low in enumerate(after) if low in ("toll", "number", "dead", "figure")), None)
    return figure is not None and bool({"at", "to"} & set(after[figure:]))


def _part_of_noun_phrase(sentence: Sentence, index: int) -> bool:
    """ "the reported execution", "the claimed attack": a participle, not a cue."""
    if sentence.low[index - 1] == "to" and sentence.low[max(0, index - 2)] in GOING_ON_TO:
        return False
    return index > 0 and sentence.low[index - 1] in BEFORE_PARTICIPLE
