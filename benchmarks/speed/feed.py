"""Made-up news for the speed benchmark: reports of many wars, and news that is about no war.

Sentences are filled anew with places, people, numbers, days and things, and names are put together from
syllables, so that documents share words as those of a feed do and none can be read from a cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from counterclaim.core.ids import hash_bytes
from counterclaim.core.types import Document

WORDS = 400  # of a document, the last sentence finished

_LISTS = {
    "known": "Aden|Goma|Kharkiv|Mogadishu|Maiduguri|Sirte|Taiz|Kunduz|Mosul|Homs|Marawi|Bukavu|Gao|Donetsk|Juba|Kassala",
    "army": "army|air force|military|navy|defence ministry|interior ministry|national police|border guard",
    "nation": "Sudanese|Ukrainian|Russian|Somali|Yemeni|Malian|Libyan|Congolese|Afghan|Syrian|Nigerian|Ethiopian",
    "group": "Al-Shabaab|M23|the Taliban|Boko Haram|the Houthis|ISIS|Hezbollah|the PKK|the separatists|local militias",
    "monitor": "the regional human rights office|a monitoring group|local medics|the Red Crescent|residents|aid workers",
    "attack": "air strike|drone strike|mortar attack|car bomb|ambush|rocket attack|suicide bombing|artillery barrage",
    "target": "market|clinic|school|bus station|checkpoint|bridge|fuel depot|warehouse|mosque|housing block|convoy",
    "victims": "civilians|people|soldiers|fighters|children|police officers|villagers|farmers|refugees",
    "harm": "killed|wounded|killed or wounded|injured|abducted|displaced",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "month": "January|February|March|April|June|July|August|September|October|November|December",
    "count": "two|three|five|seven|eleven|14|19|23|36|48|62|85|110|240|at least 12|more than 30|about 70|dozens of",
    "company": "carmaker|lender|retailer|brewer|software firm|airline|chipmaker|insurer|shipping line|grocer",
    "trend": "rose|fell|slipped|climbed|recovered|dropped|steadied|jumped",
    "thing": "shares|sales|margins|orders|exports|profits|bond yields|home prices|wages|inventories|bookings|rents",
    "reason": "weaker demand|higher wages|a mild winter|new tariffs|cheaper energy|strong tourism|supply delays",
    "sport": "football|tennis|cricket|rugby|hockey|basketball|cycling|rowing|swimming|handball",
    "side": "United|Rovers|Athletic|Wanderers|City|Rangers|Harbour|Albion|Falcons|Giants",
    "move": "a late header|a long-range effort|a penalty|a counter-attack|two free kicks|a tie-break|a sprint finish",
    "office": "finance committee|health department|city council|upper house|planning board|education ministry|court",
    "bill": "pension reform|housing bill|rail budget|school meals plan|water charge|data law|fishing quota|tax cut",
    "view": "welcomed|criticised|backed|questioned|praised|rejected|postponed|defended",
    "art": "museum|theatre|orchestra|library|film festival|gallery|bookshop|choir",
    "weather": "heavy rain|a heatwave|thick fog|early snow|strong winds|a mild spell|a dry summer",
}
_CHOICES = {name: words.split("|") for name, words in _LISTS.items()}
_SYLLABLES = "ba ban dar de el fa gor ha il ka kar la len ma mir na nor o pa ra ri sa sel ta tor u va ver wa yan zi".split()

_CONFLICT = """\
{Count} {victims} were {harm} when {a_attack} hit a {target} in {place} on {day}, {monitor} said.
The {nation} {army} said its forces had killed {count} fighters of {group} near {place}.
{Group} denied carrying out the {attack} and accused the {nation} {army} of shelling the {target}.
A spokesman for the {nation} {army}, {person}, said the {attack} had struck an ammunition depot.
{Monitor} put the death toll at {number} and said more than {number} people had been wounded.
"We heard three explosions before dawn," said {person}, who lives beside the {target} in {place}.
Fighting between {group} and government troops broke out on {day} around the town of {place}.
The governor of {place} province, {person}, told reporters that {count} bodies had been recovered.
The United Nations said some {number},000 people had fled {place} since {month}.
State media reported that {group} had withdrawn from the {target} after two days of clashes.
Neither side's account of the {attack} could be verified, and phone lines to {place} remained cut.
An official in {place} said {count} {victims} were missing and that the {target} had burned down.
{Group} claimed responsibility for the {attack}, saying it had destroyed {number} vehicles.
A ceasefire agreed in {month} has largely failed to hold along the road to {place}.
According to {monitor}, {a_attack} on {place} in {month} left {count} {victims} dead.
The {nation} government has vowed to retake {place}, which {group} seized last year.
""".splitlines()
_OTHER = """\
{Person}, who runs the {company}'s {city} office, said {thing} {trend} in {month} because of {reason}.
The {company} expects {thing} to grow by {number} per cent next year, its chief executive {person} said.
{Thing} {trend} {number} points after the central bank left its rate unchanged on {day}.
Analysts had forecast that {thing} would be hurt by {reason}, but figures for {month} show otherwise.
{City} {side} came from behind to beat {city} {side} thanks to {move} in the second half.
{Person} won the {sport} final in {city} on {day} after {move} decided the first set.
Coach {person} praised a young {sport} squad that has now gone {number} matches without defeat.
The {office} {view} the {bill} on {day} by {number} votes to {number}, with six members absent.
{Person}, who chairs the {office}, said the {bill} would be put to the vote again in {month}.
Opposition members {view} the {bill}, arguing that {reason} had already raised costs for families.
The {city} {art} reopens in {month} with a programme chosen by {person} and a new roof.
Forecasters said {weather} would reach {city} by {day} and stay for much of the week.
{Weather} delayed trains to {city}, where the {sport} season begins without {person}.
Researchers in {city} found that children who read with a parent slept {number} minutes longer.
"We have never seen so many visitors," said {person}, director of the {art} in {city}.
Tickets for the {art}'s {month} season sold out within {number} hours, its director said.
A survey of {number} firms showed that {thing} had {trend} for the third month in a row.
The new tram line links {city} with the coast and carries {number},000 passengers a day.
""".splitlines()


class _Slots(dict[str, str]):
    """Words for the slots of a template, drawn anew at each place."""

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._random = random

    def __missing__(self, name: str) -> str:
        words = self._words(name.lower())
        return words[:1].upper() + words[1:] if name[0].isupper() else words

    def _words(self, name: str) -> str:
        if name in ("number", "date"):
            return str(self._random.randint(2, 160 if name == "number" else 28))
        if name == "city" or (name == "place" and self._random.random() < 0.6):
            return self._invented()
        if name == "place":
            return self._random.choice(_CHOICES["known"])
        if name == "person":
            return f"{self._invented()} {self._invented()}"
        if name == "a_attack":
            attack = self._random.choice(_CHOICES["attack"])
            return f"an {attack}" if attack[0] in "aeiou" else f"a {attack}"
        return self._random.choice(_CHOICES[name])

    def _invented(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))).capitalize()


def make_text(random: Random, *, conflict: bool) -> str:
    """A headline, a dateline and paragraphs of one to three sentences, of `WORDS` words together."""
    templates, slots = (_CONFLICT if conflict else _OTHER), _Slots(random)
    headline = random.choice(templates).format_map(slots).rstrip(".")
    dateline = "{city}, {month} {date}".format_map(slots).upper()
    text = f"{headline}\n{dateline} (Coastal News) - "
    words, left = len(text.split()), 0
    while words < WORDS:
        sentence = random.choice(templates).format_map(slots)
        words += len(sentence.split())
        text += sentence + (" " if left else "\n")
        left = left - 1 if left else random.randint(0, 2)
    return text


def feed(number: int, *, one_in: int, seed: int = 1) -> Iterator[Document]:
    """So many documents, of which one in `one_in` tells of a conflict."""
    random = Random(seed)  # noqa: S311 - news, no secrets
    for index in range(number):
        text = make_text(random, conflict=index % one_in == 0)
        digest = hash_bytes(text.encode())
        yield Document(id=digest[:16], doc=f"news-{index}", text=text, sha256=digest, origin=f"news-{index}")
