"""What stands around a claim in its sentence: place, agent, modality and polarity."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.clauses import item_start
from counterclaim.claims.scenes import described_near, place_words
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Modality
from counterclaim.core.types import PlaceMention
from counterclaim.lexicons.nations import demonyms_among
from counterclaim.lexicons.tokens import find_words
from counterclaim.lexicons.words import act_classes

PLACE_PREPOSITIONS = frozenset(
    "in near at outside inside around over across from to of into eastern western northern southern central".split()
)
PLACE_LINKS = frozenset("near outside around between".split())
PLACE_KINDS = frozenset(
    """Airport Airbase Base Province Governorate District Region State Camp Hospital Bridge Crossing Dam Prison
    University Square Market Mosque Church School Port Valley Mountains County Oblast Prefecture""".split()
)
ASKING = frozenset(
    "see know determine ask asked asking wonder clear unclear establish as even investigate tell".split()
)
PREDICTING = frozenset("will would could might may shall".split())
CONDITIONS = frozenset(["if", "unless"])
AUXILIARIES = frozenset(
    """was were been being be is are has have had also reportedly later subsequently reported confirmed left
    believed to not said feared thought known allegedly already since all both immediately instantly
    critically seriously badly mortally severely summarily""".split()
)
COMERS = frozenset(
    """aircraft planes warplanes jets helicopters drones troops soldiers forces fighters militants men people civilians
    refugees families foreigners nationals workers migrants volunteers officials leaders aid help support weapons experts delegates""".split()
)
_FOLK = frozenset(
    "evacuees residents villagers refugees activists officials fighters families natives locals lawmakers".split()
)
_AREAS = frozenset(["country", "province", "region", "district"])
_SPOKE = frozenset("said says reporters journalists spokesman spokeswoman spokesperson briefing".split())
_HOLDS = frozenset([",", "in", "of"])
_HOLDING = _HOLDS | frozenset(
    "the region province state district county city town governorate part on island".split()
)
STATIONED = frozenset("positioned located stationed entrenched".split())
MAX_AGENT_DISTANCE = 14
_LONGEST_OBJECT = 5  # tokens before the party's name
_BEFORE_OBJECT = frozenset("the a an some several many suspected alleged other more top senior of".split())
_STRIKING = frozenset(
    """bombed shelled attacked ambushed struck hit hitting targeted targeting pounded raided stormed shot killed
    against on""".split()
)
PASSIVES = frozenset("was were been being".split())
_LONGEST_PASSIVE = 3  # tokens: "were reportedly heavily bombed"
FORCES = frozenset({"armed_group", "military", "police", "coalition"})
_OF_A_FORCE = frozenset(
    "the a an some several many suspected alleged unidentified unknown group of dozens hundreds".split()
)
# What a clause opens behind, and what ends it: "when gunmen stormed", but not "the camp of rebels that jets hit".
_BEFORE_FORCE = frozenset(
    """, ; : – — “ " ” that when while as after before until and but where because if said says say reported confirmed
    added told yesterday today morning night evening""".split()
)
_ENDS_FORCE = frozenset("; : when while after before as that but “ ” was were been being".split()) | {'"'}
_RELATIVE = frozenset("which who whose".split())


def place_near(sentence: Sentence, index: int) -> str | None:
    """The place the sentence names nearest to a token, in the text's words; the following one first.

    Where it names none, one that it describes: "a bakery", "the town". A place that is part of a party's name ("UK-based", "Washington's refusal") places nothing.
    """
    named = [
        slot
        for slot, place in sentence.places
        if not (
            (_is_party(sentence, slot) and slot.last >= item_start(sentence))
            or _owns(sentence, slot, place)
            or is_elsewhere(sentence, slot)
            or _is_of_speech(sentence, slot)
        )
    ]
    named = [slot for slot in named if not _is_theirs(sentence, slot)] or named
    after = [slot for slot in named if slot.first >= index]
    before = [slot for slot in named if slot.last <= index]
    if not named:
        described = described_near(sentence, index)
        return place_words(sentence, described) if described is not None else None
    chosen = after[0] if after else _inmost(sentence, before) if before else named[0]
    first = chosen.first
    if first > 0 and sentence.low[first - 1] in PLACE_LINKS:
        first -= 1
    last = chosen.last
    while last < len(sentence.tokens) and sentence.tokens[last].text in PLACE_KINDS:
        last += 1
    return sentence.words(first, last)


def _inmost(sentence: Sentence, named: Sequence[Slot]) -> Slot:
    """The last of some places; of "Troy, Mich." and "the Amhara region of Ethiopia" what lies in the other."""
    kinds = {slot: place.kind for slot, place in sentence.places}
    chosen = named[-1]
    for within in reversed(named[:-1]):
        between = sentence.low[within.last : chosen.first]
        area = kinds[chosen] in _AREAS and kinds[within] != kinds[chosen]
        if not (area and between and set(between) <= _HOLDING and not _HOLDS.isdisjoint(between)):
            break
        chosen = within
    return chosen


def _is_theirs(sentence: Sentence, slot: Slot) -> bool:
    """ "Fighters positioned in X shelled Y": X is where they stand."""
    before = sentence.low[max(0, slot.first - 6) : slot.first]
    return any(word in STATIONED for word in before)


def is_elsewhere(sentence: Sentence, slot: Slot) -> bool:
    """ "Aircraft from X", "X evacuees", "spoke about X": where somebody comes from, or what the talk was of.

    So is what a church is named after: "Our Lady of Mount Carmel".
    """
    before = sentence.low[max(0, slot.first - 2) : slot.first]
    comes_from = before[-1:] == ("from",) and before[0] in COMERS
    return (
        before[-1:] == ("about",)
        or before == ("lady", "of")
        or comes_from
        or not _FOLK.isdisjoint(sentence.low[slot.last : slot.last + 1])
    )


def _is_of_speech(sentence: Sentence, slot: Slot) -> bool:
    """ "The ministry said in Moscow", "told reporters in Geneva", "according to Yerevan": where somebody spoke, or who."""
    before = sentence.low[max(0, slot.first - 2) : slot.first]
    return before == ("according", "to") or (before[1:] in (("in",), ("from",)) and before[0] in _SPOKE)


def _owns(sentence: Sentence, slot: Slot, place: PlaceMention) -> bool:
    """ "Syrias Homs", its apostrophe lost: the owner is not where it happened, if another place follows."""
    owner = sentence.tokens[slot.last - 1].end > place.span.end
    return owner and any(other.first == slot.last for other, _ in sentence.places)


def _is_party(sentence: Sentence, slot: Slot) -> bool:
    """Whether a place's name stands for a party: "Washington's refusal", but not "in Juba"."""
    last = sentence.low[slot.last - 1]
    if sentence.low[slot.first].startswith(("pro-", "anti-")):
        return True
    if last.endswith(("'s", "-based", "-led", "-backed", "-linked")) or sentence.low[
        slot.last : slot.last + 1
    ] == ("-",):
        return True
    hit = sentence.mention_at(slot.first, "actor")
    if hit is None:
        return False
    placed = slot.first > 0 and sentence.low[slot.first - 1] in PLACE_PREPOSITIONS
    return not (placed and hit[1].type in ("nation", "capital"))


def agent_before(sentence: Sentence, index: int) -> str | None:
    """Who does what the verb at `index` says: the nearest actor or force before it in its clause."""
    aside = _relative_before(sentence, index)
    far = index - MAX_AGENT_DISTANCE - (aside.last - aside.first if aside is not None else 0)
    for near in range(index - 1, max(item_start(sentence) - 1, far), -1):
        if aside is not None and near in aside:
            continue
        if sentence.tokens[near].text in ';:”"' or sentence.low[near] in ("said", "says", "that"):
            break
        if sentence.low[near] in act_classes("harm") and sentence.low[near - 1] in PASSIVES:
            return None  # "twelve guerrillas were killed in an air raid": theirs was not the raid
        hit = sentence.mention_at(near, "actor")
        if hit is None or hit[1].type in ("agency", "outlet", "monitor", "ngo", "state_media"):
            continue
        if _is_struck(sentence, hit[0].first):
            continue  # "jets bombed two al-Shabaab camps, killing 30": theirs was not the raid
        before = sentence.low[max(0, hit[0].first - 2) : hit[0].first]
        listed = before[-1:] == (",",) and sentence.is_place(hit[0].first - 2)  # "Taftanaz, Syria"
        placed = hit[1].type in ("nation", "capital") and (listed or bool(set(before) & PLACE_PREPOSITIONS))
        if not placed:  # "its airstrikes in eastern Syria": a place, nobody who acts
            return hit[1].name
    return None


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` is done to its subject: "rebels were bombed"."""
    before = range(index - 1, max(-1, index - 1 - _LONGEST_PASSIVE), -1)
    verb = next((at for at in before if not sentence.low[at].endswith("ly")), None)
    return verb is not None and sentence.low[verb] in PASSIVES


def force_before(sentence: Sentence, index: int) -> str | None:
    """Fighters without a name that are the subject of the clause up to `index`: "gunmen on motorcycles opened fire"."""
    start = item_start(sentence)
    for slot, mention in reversed(sentence.mentions):
        if (
            mention.kind != "role"
            or mention.type not in FORCES
            or not index - MAX_AGENT_DISTANCE < slot.last <= index
        ):
            continue
        between = sentence.low[slot.last : index]
        first = slot.first
        while first > 0 and sentence.low[first - 1] in _OF_A_FORCE:
            first -= 1
        opens = first == start or sentence.low[first - 1] in _BEFORE_FORCE
        if opens and _ENDS_FORCE.isdisjoint(between):
            first_word = sentence.tokens[slot.first].text
            common = slot.first == start and not demonyms_among(find_words(first_word))
            return mention.name[0].lower() + mention.name[1:] if common else mention.name
    return None


def _is_struck(sentence: Sentence, index: int) -> bool:
    """Whether a party stands in the phrase for what was hit: "bombed two X camps", "targeting X fighters", "raids on X"."""
    at = index - 1
    while at > max(0, index - _LONGEST_OBJECT) and (
        sentence.low[at] in _BEFORE_OBJECT or sentence.count_at(at) is not None
    ):
        at -= 1
    return at >= 0 and sentence.low[at] in _STRIKING


def _relative_before(sentence: Sentence, index: int) -> Slot | None:
    """The last clause between commas before a verb: "the group, which is linked to X, claimed" leaves X out."""
    last = next((at for at in range(index - 1, 0, -1) if sentence.low[at] == ","), 0)
    for near in range(last - 1, max(0, last - MAX_AGENT_DISTANCE), -1):
        if sentence.low[near] in _RELATIVE and sentence.low[near - 1] == ",":
            return Slot(near - 1, last + 1)
        if sentence.low[near] == ",":
            return None
    return None


def agent_by(sentence: Sentence, index: int) -> str | None:
    """Who follows "by" behind a participle: "killed by a roadside bomb" names nobody."""
    for near in range(index + 1, min(len(sentence.tokens) - 1, index + 10)):
        if sentence.low[near] == "by":
            for inner in range(near + 1, min(len(sentence.tokens), near + 6)):
                hit = sentence.mention_at(inner, "actor")
                if hit is not None:
                    return hit[1].name
            return None
        if sentence.low[near] in (",", ";", "."):
            return None
    return None


def modality_of(sentence: Sentence, scope: Slot) -> Modality:
    """How a claim in `scope` is put, before anybody's credit is looked at."""
    window = [
        sentence.low[at]
        for at in range(max(0, scope.first - 1), scope.last)
        if not sentence.is_time(at)  # "on May 10"
    ]
    earlier = max(0, scope.first - 12)
    lows = sentence.low[earlier : scope.last]
    if any(low in CONDITIONS and _is_condition(sentence, at) for at, low in enumerate(lows, earlier)):
        return "conditional"
    joined = " ".join(window)
    if "could have" in joined or "may have" in joined:
        return "alleged"
    if not PREDICTING.isdisjoint(window):
        return "predicted"
    return "asserted"


def _is_condition(sentence: Sentence, index: int) -> bool:
    """ "If it hit troops", but not "to see if lessons can be learned"."""
    return index == 0 or sentence.low[index - 1] not in ASKING


def back_over_auxiliaries(sentence: Sentence, index: int) -> int:
    """The first of the auxiliaries and adverbs right before a participle at `index`."""
    while index > 0 and (
        (sentence.low[index - 1] in AUXILIARIES and sentence.tokens[index - 1].text != "IS")
        or (sentence.low[index - 1].endswith("ly") and index > 1)
    ):
        index -= 1
    return index
