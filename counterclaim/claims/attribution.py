"""Who is credited with what in one sentence."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.boasts import ADMITTED, CREDITED, owns
from counterclaim.claims.clauses import (
    closing,
    content_before,
    content_words,
    opens_with_quote,
    skip_adjuncts,
    skip_apposition,
    skip_marks,
    starts_clause,
)
from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import is_act
from counterclaim.claims.heads import CONJUNCTIONS, STOPPERS
from counterclaim.claims.phrases import phrase_after, phrase_before
from counterclaim.claims.pointed import blames_at, pointed_back, pointer_at, points_back
from counterclaim.claims.quoting import as_saying, quoted_passive, quoting
from counterclaim.claims.senses import is_cue
from counterclaim.claims.sentence import DASHES, Sentence, Slot
from counterclaim.claims.sources import (
    INVERTIBLE,
    addressee,
    carried_subject,
    cited_after,
    cited_between,
    cited_source,
    inverted_source,
    is_relative,
    source_before,
)
from counterclaim.claims.tails import follows_afterthought, with_tails
from counterclaim.lexicons.words import act_classes, cue_classes, cue_names, cue_words

# "Reports say": nobody is named.
NOBODY = frozenset(["reports", "rumours", "rumors"])
LINKS = CONJUNCTIONS | {",", ";", "."}
ACCORDING = frozenset(["according to"])
DISOWNED = (("responsibility",), ("involvement",))  # all that need follow "denied"
MAX_COLON_TOKENS = 6  # a speaker's name behind a headline's colon is short
FEWEST_TOLD = 5  # words before a denial that it can be of: more than "in a statement"
FEWEST_SIGNED = 4  # tokens before the dash


def credits_in(sentence: Sentence) -> list[Credit]:
    """Every attribution of a sentence, in the order of their cues.

    Contents may nest; the innermost that covers a claim is the one that credits it.
    """
    found: list[Credit] = _according(sentence) + _colons(sentence) + _signed(sentence) + _owned(sentence)
    blaming = blames_at(sentence)
    for index in sorted({*sentence.at(cue_names()), *blaming}):
        kind = "blame" if index in blaming else cue_classes()[sentence.low[index]]
        token = sentence.tokens[index]
        if token.is_capital and index > 0 and (token.text == "Said" or sentence.mention_at(index)):
            continue  # "Omar Said" is a name
        if any(index in credit.cue for credit in found):
            continue
        credit = _credit_at(sentence, index, kind, found)
        if credit is not None:
            found.append(credit)
    found = [_nobody_named(sentence, credit) for credit in found]
    found = with_tails(sentence, sorted(found, key=lambda credit: credit.cue.first))
    found = _close_contents(sentence, found)
    return found + _hearsay(sentence, found)


def _nobody_named(sentence: Sentence, credit: Credit) -> Credit:
    """ "Reports say", "unconfirmed reports said": hearsay, however it is put."""
    source = credit.source
    if source is None or sentence.low[source.last - 1] not in NOBODY:
        return credit
    if any(sentence.mention_at(index, "actor", "person") for index in range(source.first, source.last)):
        return credit
    return replace(credit, kind="hearsay", source=None)


def _according(sentence: Sentence) -> list[Credit]:
    found = []
    for slot, _ in sentence.find(ACCORDING):
        source = cited_after(sentence, slot.last)
        if source is None or sentence.low[source.first : source.last] in (("reports",), ("some", "reports")):
            continue
        source = _with_name(sentence, source)
        end = skip_apposition(sentence, source.last)
        leading = slot.first <= 1 or sentence.low[slot.first - 1] in CONJUNCTIONS
        if leading:
            content = Slot(skip_marks(sentence, end), closing(sentence))
        else:
            content = content_before(sentence, slot.first)
        if content.first < content.last:
            found.append(Credit("say", slot, source, content))
    return found


def _with_name(sentence: Sentence, source: Slot) -> Slot:
    """ "According to the Chechen president, Ali Noor,": an office with the name behind its comma."""
    apposed = sentence.low[source.last : source.last + 1] == (",",)
    hit = sentence.mention_at(source.last + 1, "person") if apposed else None
    if hit is None or sentence.low[hit[0].last : hit[0].last + 1] not in ((",",), (".",)):
        return source
    named = sentence.mention_at(source.last - 1, "person", "actor")
    office = named is None or named[1].type == "official"
    return Slot(source.first, hit[0].last) if office else source


def _colons(sentence: Sentence) -> list[Credit]:
    """Headlines: "Strike kills 11: medics", "General Staff: drones hit a depot"."""
    lows = sentence.low
    if lows.count(":") != 1:
        return []
    at = lows.index(":")
    end = closing(sentence)
    behind = phrase_after(sentence, at + 1)
    if behind is not None and behind.last >= end and end - at <= MAX_COLON_TOKENS and at >= 3:
        return [Credit("say", Slot(at, at + 1), behind, Slot(0, at))]
    before = phrase_before(sentence, at)
    named = sentence.mention_at(at - 1, "actor")
    speaks = named is not None and named[1].type not in ("nation", "capital")  # "Syria: rebels seize town"
    if before is not None and before.first == 0 and speaks and end - at > 3:
        return [Credit("say", Slot(at, at + 1), before, Slot(at + 1, end))]
    return []


def _signed(sentence: Sentence) -> list[Credit]:
    """Short posts: "A man was killed in Antonivka – Prokudin", "… – the regional police"."""
    end = closing(sentence)
    dashes = [at for at in range(FEWEST_SIGNED, end - 1) if sentence.low[at] in DASHES]
    if not dashes or end - dashes[-1] > MAX_COLON_TOKENS or not _stands_free(sentence, dashes[-1]):
        return []
    at = dashes[-1]
    behind = phrase_after(sentence, at + 1)
    listed = behind is not None and behind.last >= end
    named = all(sentence.tokens[index].is_capital for index in range(at + 1, end))
    if not (listed or named) or any(map(sentence.is_place, range(at + 1, end))):
        return []
    return [Credit("say", Slot(at, at + 1), Slot(at + 1, end), content_before(sentence, at))]


def _stands_free(sentence: Sentence, at: int) -> bool:
    """Whether blanks stand on both sides: no dash of "Sake–Minova"."""
    before, dash, behind = sentence.tokens[at - 1 : at + 2]
    return before.end < dash.start and dash.end < behind.start


def _owned(sentence: Sentence) -> list[Credit]:
    """ "The president took responsibility for ordering the raid": no verb of speech, yet he says so."""
    found = []
    for slot, phrase in sentence.find(ADMITTED | CREDITED):
        source, content = source_before(sentence, slot.first), Slot(slot.last - 1, closing(sentence))
        nobody = source is not None and "no" in sentence.low[max(0, source.first - 1) : source.last]
        if source is not None and not nobody and (is_act(sentence, content) or owns(sentence, content)):
            found.append(Credit("say" if phrase in CREDITED else "admit", slot, source, content))
    return found


def _credit_at(sentence: Sentence, index: int, kind: str, earlier: list[Credit]) -> Credit | None:
    low = sentence.low[index]
    cue = Slot(index, index + 1)
    if kind == "quote" and (saying := as_saying(sentence, index)) is not None:
        return quoted_passive(sentence, index, saying)
    source = source_before(sentence, index)
    leads = source is not None and (
        starts_clause(sentence, source.first)
        or is_relative(sentence, source, index)
        or any(told.told is not None and told.told.last == source.first for told in earlier)
    )
    if low in INVERTIBLE:
        inverted = inverted_source(sentence, index, leads)
        if inverted is not None:
            return Credit(kind, cue, inverted, content_before(sentence, index))
    if source is None:
        source = carried_subject(sentence, index, earlier)
        leads = True
    if source is not None and kind == "blame":
        return Credit("accuse", cue, source, Slot(index, closing(sentence)))
    if source is None or not is_cue(sentence, index, kind, source):
        return None
    if (
        sentence.low[source.first - 1] == "as"
        and source.first > 0
        and sentence.low[source.first] in cue_words("pronouns")
    ):
        return None  # "if, as they claimed, nothing was hidden"
    end = _end_of_clause(sentence, source, index)
    if kind == "quote":
        return quoting(sentence, index, source, end)
    told = addressee(sentence, index + 1) if low in ("told", "tells") else None
    after = skip_adjuncts(sentence, told.last if told else index + 1)
    alone = kind == "accuse" or (kind == "deny" and sentence.low[after : after + 1] in DISOWNED)
    has_content = content_words(sentence, after, end) >= (1 if alone else 2)
    if kind == "deny" and not has_content and (back := pointed_back(sentence, source, cue)) is not None:
        return Credit(kind, cue, *back)
    pointer = pointer_at(sentence, after) if kind == "deny" else None
    before = content_before(sentence, source.first)
    if pointer is not None and content_words(sentence, before.first, before.last) < FEWEST_TOLD:
        return Credit(kind, cue, source, Slot(index, pointer.last))
    if kind in ("say", "admit", "deny") and (not has_content or _told_before(sentence, source, after, leads)):
        content = content_before(sentence, source.first)
        if content_words(sentence, content.first, content.last) >= 2:
            return Credit(kind, cue, source, content, told=told)
        opens = sentence.tokens[-1].text == ":"
        return Credit(kind, cue, source, Slot(end, end), opens=True) if opens else None
    if not has_content:
        return None
    if kind == "put":
        after = index
    elif kind in ("judge", "accuse"):
        after = index + 1
    else:
        after = skip_marks(sentence, after)
    if kind == "say" and (between := cited_between(sentence, source, index)) is not None:
        return Credit("quote", cue, source, Slot(after, end), relay=between)
    if kind == "say" and (cited := cited_source(sentence, after)) is not None:
        return Credit("quote", cue, source, Slot(skip_marks(sentence, cited.last), end), relay=cited)
    return Credit(kind, cue, source, Slot(after, end), told=told)


def _end_of_clause(sentence: Sentence, source: Slot, cue: int) -> int:
    """Where what is said can end: "the group, which experts say X backs, took the town" says but that X backs it."""
    end = closing(sentence)
    if sentence.low[max(0, source.first - 2) : source.first] not in ((",", "which"), (",", "who")):
        return end
    return next((at for at in range(cue + 1, end) if sentence.low[at] == ","), end)


def _told_before(sentence: Sentence, source: Slot, after: int, leads: bool) -> bool:
    """Whether the content stands before the speaker though more follows the cue."""
    if opens_with_quote(sentence, after):
        return False
    if leads:  # "…, the monitor said, updating its toll": closed off on both sides
        closed_off = source.first > 2 and sentence.low[source.first - 1] in (",", "”", '"')
        return closed_off and follows_afterthought(sentence, after)
    if follows_afterthought(sentence, after, marked=False):
        return True
    before = sentence.low[: source.first]
    return any(low in STOPPERS or low in act_classes("harm") for low in before)


def _close_contents(sentence: Sentence, found: list[Credit]) -> list[Credit]:
    """End each leading content where the next speaker of the sentence begins."""
    closed = []
    for position, credit in enumerate(found):
        content = credit.content
        for later in found[position + 1 :]:
            opens = _opening(later, credit.cue.first)
            if later.content.last <= later.cue.first:  # the later one is credited behind: "…, X said"
                ends = credit.kind == "accuse" or _closes(sentence, later)
                if ends and content.first < later.content.last < content.last:
                    content = Slot(content.first, later.content.last)
                continue
            if points_back(later):
                opens = later.content
            elif later.source is not None and is_relative(sentence, later.source, later.cue.first):
                opens = Slot(later.source.last, later.cue.last)  # "blamed it on rebels, who denied it"
            if content.first < opens.first < content.last and _joined(sentence, opens.first):
                content = Slot(content.first, _drop_link(sentence, opens.first))
                break
        if content.first < content.last or credit.opens:
            closed.append(credit if content == credit.content else replace(credit, content=content))
    return closed


def _closes(sentence: Sentence, credit: Credit) -> bool:
    """Whether a sentence ends with who is credited: "…, Interfax reported", "…, according to the Kremlin"."""
    behind = skip_adjuncts(sentence, max(credit.cue.last, credit.source.last if credit.source else 0))
    return behind >= closing(sentence) or sentence.low[behind] == ","


def _opening(later: Credit, cue: int) -> Slot:
    """Where a later credit begins, behind the cue of an earlier one: "while the ministry was quoted by IRNA"."""
    named = [slot for slot in (later.source, later.relay) if slot is not None and slot.first > cue]
    return min([later.cue, *named], key=lambda slot: slot.first)


def _joined(sentence: Sentence, index: int) -> bool:
    return index > 0 and (sentence.low[index - 1] in LINKS or sentence.low[index] == ",")


def _drop_link(sentence: Sentence, end: int) -> int:
    while end > 0 and sentence.low[end - 1] in LINKS:
        end -= 1
    return end


def _hearsay(sentence: Sentence, found: list[Credit]) -> list[Credit]:
    """ "are said to have fled", "reports say": reported, by nobody named."""
    hits = sentence.find(cue_words("hearsay"))
    return [
        Credit("hearsay", slot, None, Slot(0, closing(sentence)))
        for slot, _ in hits[:1]
        if not any(slot.first in credit.content or slot.last - 1 in credit.cue for credit in found)
    ]
