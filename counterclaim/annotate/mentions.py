"""Finds parties in passages: named actors, people, roles without a name, and pronouns."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.annotate.persons import find_named, is_facility, is_full_name, titles_before
from counterclaim.annotate.roles import Role, find_pronouns, find_roles
from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import Mention, Sheet
from counterclaim.lexicons.actors import ActorHit
from counterclaim.lexicons.names import Names, names_in
from counterclaim.lexicons.nations import is_demonym
from counterclaim.lexicons.places import place_of
from counterclaim.lexicons.tokens import CAPITAL, Word, first_from, words_inside

# A spokesman speaks for his institution, which stays a mention of its own beside him.
_SPEAKS_FOR_OTHERS = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())


@stage("find_mentions.v3", reads="passages", writes="mentions")
def find_mentions(sheet: Sheet) -> Sheet:
    """The sheet with every party its passages mention, in text order.

    Mentions of one kind do not overlap. A surname alone names the person whose full name stood
    earlier in the document.
    """
    surnames: dict[str, str] = {}
    mentions: list[Mention] = []
    for passage in sheet.relevant_passages:
        found = mentions_in(passage.span.of(sheet.document.text), surnames)
        mentions += [replace(m, span=_moved(m.span, passage.span.start)) for m in found]
    return replace(sheet, mentions=tuple(mentions))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def mentions_in(text: str, surnames: dict[str, str] | None = None) -> list[Mention]:
    """The mentions of one sentence, spans counted from its start.

    Args:
        text: the sentence.
        surnames: full names by surname, of people named earlier; new ones are added.
    """
    known = {} if surnames is None else surnames
    names = names_in(text)
    words, actors = names.words, names.actors
    people = [_with_office(person, actors) for person in _people(text, names, known)]
    roles = [_with_owner(text, role, words, actors) for role in find_roles(text)]
    actors = [hit for hit in actors if hit.actor.type != "person" and not _swallowed(hit, people, roles)]
    named = [Span(hit.start, hit.end) for hit in actors] + [m.span for m in people]
    found = [
        *people,
        *(_actor_mention(hit) for hit in actors),
        *_role_mentions(roles, named),
        *(Mention(span=Span(s, e), kind="pronoun", name=text[s:e].lower()) for s, e in find_pronouns(text)),
    ]
    return sorted(found, key=lambda m: (m.span, m.kind))


def _with_office(person: Mention, actors: list[ActorHit]) -> Mention:
    """The span from the office on: "US envoy Samantha Power" is one mention."""
    for hit in actors:
        if hit.actor.type == "official" and hit.start < person.span.start <= hit.end + 1:
            return replace(person, span=Span(hit.start, person.span.end))
    return person


def _actor_mention(hit: ActorHit) -> Mention:
    return Mention(span=Span(hit.start, hit.end), kind="actor", name=hit.actor.name, type=hit.actor.type)


def _people(text: str, names: Names, surnames: dict[str, str]) -> list[Mention]:
    """People by name, and groups by the last word of a name that no lexicon has."""
    words, actors = names.words, names.actors
    soft_types = ("nation", "capital")
    hard = [(hit.start, hit.end) for hit in actors if hit.actor.type not in soft_types]
    soft = [(hit.start, hit.end) for hit in actors if hit.actor.type in soft_types]
    soft += [(hit.start, hit.end) for hit in names.places if place_of(hit.name) is not None]
    taken = words_inside(words, hard)
    people: list[Mention] = []
    for hit in actors:
        person = _listed_person(text, words, hit, surnames) if hit.actor.type == "person" else None
        people += [person] if person is not None else []
    for named in find_named(text, words, taken, words_inside(words, soft) | names.demonyms):
        span = Span(named.start, named.end)
        if named.type == "person":
            people.append(Mention(span=span, kind="person", name=named.name, type="person"))
            surnames[named.name.split()[-1]] = named.name
        else:
            people.append(Mention(span=span, kind="actor", name=named.name, type=named.type))
    covered = taken | words_inside(words, ((m.span.start, m.span.end) for m in people))
    return people + _by_surname(text, words, covered, surnames)


def _listed_person(text: str, words: list[Word], hit: ActorHit, surnames: dict[str, str]) -> Mention | None:
    """A listed person with the titles before the name; None for "al-Assad hospital".

    A full name stays as the document spells it; a surname alone takes the full name of earlier in
    the document, else the lexicon's.
    """
    at, after = first_from(words, hit.start), first_from(words, hit.end)
    if is_facility(words, after):
        return None
    name = text[hit.start : hit.end]
    if is_full_name(words[at:after]):
        surnames[name.split()[-1]] = name
    else:
        name = surnames.get(name, hit.actor.name)
    start = words[titles_before(words, at)].start
    return Mention(span=Span(start, hit.end), kind="person", name=name, type="person")


def _by_surname(
    text: str, words: list[Word], covered: frozenset[int], surnames: dict[str, str]
) -> list[Mention]:
    found: list[Mention] = []
    if not surnames:
        return found
    for at, word in enumerate(words):
        if word.case < CAPITAL or at in covered:
            continue
        for end in (word.end, word.stem_end):
            full = surnames.get(text[word.start : end])
            if full is not None:
                start = words[titles_before(words, at)].start
                found.append(Mention(span=Span(start, end), kind="person", name=full, type="person"))
                break
    return found


def _swallowed(hit: ActorHit, people: list[Mention], roles: list[Role]) -> bool:
    """ "US envoy" of "US envoy Samantha Power"; "Syrian military" of "a Syrian military source"."""
    span = Span(hit.start, hit.end)
    if any(person.span.overlaps(span) for person in people):
        return True
    return any(role.word <= hit.start and hit.end < role.end for role in roles if _stands_alone(role))


def _stands_alone(role: Role) -> bool:
    """A person is credited before the party he belongs to; "the Amaq agency" is Amaq."""
    return role.type == "person" and role.head not in _SPEAKS_FOR_OTHERS


def _with_owner(text: str, role: Role, words: list[Word], actors: list[ActorHit]) -> Role:
    """The role with the party or nation it belongs to: "AFP correspondent", "Kurdish police source"."""
    at = first_from(words, role.word)
    if at in (0, len(words)) or words[at].start != role.word or not words[at - 1].joined:
        return role
    before = words[at - 1]
    owner = next((hit for hit in actors if hit.start <= before.start < hit.end < role.end), None)
    if owner is not None and _stands_alone(role):
        first = first_from(words, owner.start)
        within = max(role.word, owner.end)
        name = f"{text[owner.start : owner.end]} {text[within : role.end].strip()}"
    elif role.word == role.start and is_demonym(words, at - 1):
        first, name = at - 1, f"{text[before.start : before.end]} {role.name}"
    else:
        return role
    article = first > 0 and words[first - 1].joined and words[first - 1].norm in ("the", "a", "an", "one")
    start = words[first - 1].start if article else words[first].start
    return role._replace(start=start, word=words[first].start, name=" ".join(name.split()), bare=False)


def _role_mentions(roles: list[Role], named: list[Span]) -> list[Mention]:
    """Roles that are complete and overlap neither a name nor an earlier, longer role."""
    found: list[Mention] = []
    for role in sorted(roles, key=lambda role: (role.start, -role.end)):
        span = Span(role.start, role.end)
        taken = any(span.overlaps(other) for other in named) or (found and found[-1].span.overlaps(span))
        if not role.bare and not taken:
            found.append(Mention(span=span, kind="role", name=role.name, type=role.type))
    return found
