"""ACLED's types of event in our vocabulary; where a sub-event is not given or not known, its event type counts."""

from __future__ import annotations

from counterclaim.core.claims import EventType

CLASH: EventType = "armed_clash"
REGAINS = "Government regains territory"
OVERTAKES = "Non-state actor overtakes territory"
SUB_EVENTS: dict[str, EventType] = {
    "armed clash": CLASH,
    REGAINS.casefold(): CLASH,
    OVERTAKES.casefold(): CLASH,
    "chemical weapon": "chemical_attack",
    "air/drone strike": "air_strike",
    "suicide bomb": "suicide_bombing",
    "shelling/artillery/missile attack": "shelling",
    "remote explosive/landmine/ied": "bombing",
    "grenade": "bombing",
    "sexual violence": "attack",
    "attack": "attack",
    "abduction/forced disappearance": "abduction",
    "peaceful protest": "protest",
    "protest with intervention": "protest",
    "excessive force against protesters": "protest",
    "violent demonstration": "protest",
    "mob violence": "attack",
    "arrests": "arrest",
    "looting/property destruction": "looting",
    "change to group/activity": "other",
    "disrupted weapons use": "other",
    "headquarters or base established": "other",
    "non-violent transfer of territory": "withdrawal",
    "other": "other",
}
EVENT_TYPES: dict[str, EventType] = {  # the second half are those of files before 2019
    "battles": CLASH,
    "explosions/remote violence": "attack",
    "violence against civilians": "attack",
    "protests": "protest",
    "riots": "protest",
    "strategic developments": "other",
    "remote violence": "attack",
    "riots/protests": "protest",
    "strategic development": "other",
    "battle-no change of territory": CLASH,
    "battle-government regains territory": CLASH,
    "battle-non-state actor overtakes territory": CLASH,
    "non-violent transfer of territory": "withdrawal",
    "headquarters or base established": "other",
}
