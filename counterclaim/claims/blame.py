"""Who is held responsible without the verbs "accuse" and "blame"."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.clauses import closing, whole_of
from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import (
    claim_of,
    clause_at,
    content_at,
    is_act,
    is_crime,
    is_violence,
    party_before,
    party_in,
)
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility

ACCUSED_PASSIVE = frozenset(["accused of", "blamed for"])
NAMED_BEFORE = frozenset(
    [
        "responsible for",
        "was behind",
        "were behind",
        "is behind",
        "to blame",
        "bears responsibility",
        "bear responsibility",
    ]
)
NAMED_AFTER = frozenset(
    ["blamed on", "the perpetrators", "carried out by", "perpetrated by", "at the hands of"]
)
BY_WHOM = frozenset(["carried out by", "perpetrated by", "at the hands of"])
NAMED = NAMED_BEFORE | NAMED_AFTER
RESPONSIBLE = frozenset(["responsibility", "responsible"])
BEARING = frozenset("bear bears bore bearing".split())
COMMITTING = frozenset("commit commits committed committing".split())
CONTINUING = frozenset("continue continues continuing".split())
COMMITTED = CONTINUING | COMMITTING
ONGOING = frozenset(
    "kill killing target targeting bomb bombing commit shell shelling starve attack attacking use using".split()
)
OUTRAGES = frozenset("crimes crime massacre massacres atrocities genocide violations abuses".split())
USING = frozenset("used uses using use".split())
WEAPONS = frozenset("weapons gas sarin chlorine munitions phosphorus substances".split())
# "It was not clear who carried out the raid": nobody is held responsible.
UNKNOWN = frozenset(
    [
        "not clear",
        "not immediately clear",
        "unclear",
        "did not specify",
        "not specify",
        "not known",
        "unable to determine",
        "able to determine",
        "not determine",
        "did not say",
    ]
)
CULPRITS = frozenset(["who", "which", "whether"])
CARRIED = frozenset("carried behind responsible fired bombed attacked launched planted".split())
LINKING = (("was",), ("were",), ("is",), ("are",))
MAX_GAP = 5
OWN_ARMS = frozenset(["army", "military", "navy", "air force", "troops", "police", "security forces"])
ARMED = frozenset({"military", "ministry", "government", "nation", "capital", "police"})


def blame_in(sentence: Sentence, given: list[Credit]) -> list[Responsibility]:
    """At most one accusation that rests on its wording alone; `given` tell who is credited with what."""
    claim = (
        _nobody_known(sentence)
        or _accused_passive(sentence)
        or _borne(sentence, given)
        or _named(sentence, given)
        or _used(sentence, given)
        or _committed(sentence, given)
    )
    return [] if claim is None else [claim]


def _nobody_known(sentence: Sentence) -> Responsibility | None:
    for slot, _ in sentence.find(UNKNOWN):
        after = sentence.low[slot.last : slot.last + 2 * MAX_GAP + 2]
        if CULPRITS & set(after[:2]) and CARRIED & set(after):
            claim = claim_of(sentence, clause_at(sentence, slot.first), slot.first, "accuses", None)
            return replace(claim, polarity="negated")
    return None


def _accused_passive(sentence: Sentence) -> Responsibility | None:
    for slot, _ in sentence.find(ACCUSED_PASSIVE):
        before = sentence.low[max(0, slot.first - 3) : slot.first]
        passive = any(low in ("been", "was", "were", "are", "is") for low in before)
        if passive or is_violence(sentence, Slot(slot.last, closing(sentence))):
            clause = clause_at(sentence, slot.first)
            accused = party_before(sentence, clause.first, slot.first)
            claim = claim_of(sentence, clause, slot.first, "accuses", accused)
            return replace(claim, modality="alleged", explicitness="passive")
    return None


def _named(sentence: Sentence, given: list[Credit]) -> Responsibility | None:
    for slot, phrase in sentence.find(NAMED):
        said = content_at(given, slot.first)
        content = said or whole_of(sentence)
        if said is None and phrase in BY_WHOM:
            continue  # who did it is told, but nobody is credited with blaming
        if phrase in NAMED_BEFORE:
            accused = party_in(sentence, content.first, slot.first)
        else:
            accused = party_in(sentence, slot.last, content.last)
        if accused is not None and (is_act(sentence, content) or is_crime(sentence, content)):
            return claim_of(sentence, content, content.first, "accuses", accused)
    return None


def _borne(sentence: Sentence, given: list[Credit]) -> Responsibility | None:
    """ "The junta bears "primary responsibility"", "rebels were responsible"."""
    lows = sentence.low
    for index in sentence.at(RESPONSIBLE):
        before = lows[max(0, index - MAX_GAP) : index]
        content = content_at(given, index)
        stated = before[-1:] in LINKING and content is not None
        if not (BEARING & set(before) or stated):
            continue
        accused = party_before(sentence, (content or whole_of(sentence)).first, index)
        if accused is not None:
            return claim_of(sentence, content or whole_of(sentence), index, "accuses", accused)
    return None


def _used(sentence: Sentence, given: list[Credit]) -> Responsibility | None:
    """ "The inquiry found that the army used chemical weapons": said of somebody else."""
    for index in sentence.at(USING):
        if WEAPONS & set(sentence.low[index + 1 : index + 1 + MAX_GAP]):
            content = content_at(given, index)
            return None if content is None else _of_others(sentence, given, content, index)
    return None


def _committed(sentence: Sentence, given: list[Credit]) -> Responsibility | None:
    """ "The group warned of the crimes that the regime commits", "the militia has committed massacres"."""
    for index in sentence.at(COMMITTED):
        going_on = sentence.low[index] in CONTINUING
        ongoing = going_on and ONGOING & set(sentence.low[index + 1 : index + 3])
        if going_on and not ongoing:
            continue
        content = content_at(given, index)
        if content is not None and (ongoing or OUTRAGES & set(sentence.low[content.first : content.last])):
            return _of_others(sentence, given, content, index)
    return None


def _of_others(sentence: Sentence, given: list[Credit], content: Slot, index: int) -> Responsibility | None:
    accused = party_before(sentence, content.first, index)
    if accused in OWN_ARMS and any(_is_armed(sentence, one) for one in given if one.content == content):
        return None  # "The ministry said the air force used guided munitions": its own
    negated = {"not", "never", "no"} & set(sentence.low[max(content.first, index - MAX_GAP) : index])
    return None if accused is None or negated else claim_of(sentence, content, index, "accuses", accused)


def _is_armed(sentence: Sentence, credit: Credit) -> bool:
    """Whether who speaks has forces of its own."""
    source = credit.source
    hits = () if source is None else map(sentence.mention_at, range(source.first, source.last))
    return any(hit is not None and hit[1].type in ARMED for hit in hits)
