"""Lists whose rows are gathered from claims: who speaks, who publishes, which places are told of."""

from __future__ import annotations

from counterclaim.store.select.columns import Column, Key, Listing

_STANDS = "c.decision IS NOT 'reject'"
_PUBLISHED = """min(c.published_first) AS published_first,
        max(c.published_last) AS published_last"""


def _first_and_last() -> tuple[Column, ...]:
    return (
        Column(
            "first",
            "First published",
            "day",
            "g.published_first",
            shown=True,
            first="g.published_first",
            last="g.published_first",
        ),
        Column(
            "last",
            "Last published",
            "day",
            "g.published_last",
            shown=True,
            first="g.published_last",
            last="g.published_last",
        ),
    )


SPEAKERS = Listing(
    "speakers",
    "Speakers",
    f"""(
    SELECT s.speaker AS speaker, count(*) AS claims, sum(c.type = 'casualty') AS figures,
        count(DISTINCT c.document_id) AS documents, count(DISTINCT c.outlet) AS outlets,
        {_PUBLISHED}
    FROM claim_speakers AS s JOIN claims AS c ON c.id = s.claim_id AND {_STANDS}
    GROUP BY s.speaker
) AS g""",
    (
        Column("speaker", "Speaker", "text", "g.speaker", shown=True),
        Column("claims", "Claims", "integer", "g.claims", shown=True),
        Column("figures", "Figures of people harmed", "integer", "g.figures", shown=True),
        Column(
            "incidents",
            "Incidents",
            "integer",
            "(SELECT count(*) FROM incident_speakers AS i WHERE i.speaker = g.speaker)",
            shown=True,
        ),
        Column("documents", "Documents", "integer", "g.documents", shown=True),
        Column("outlets", "Outlets", "integer", "g.outlets", shown=True),
        *_first_and_last(),
    ),
    (Key("g.speaker"),),
    "-claims",
    names="g.speaker",
)

OUTLETS = Listing(
    "outlets",
    "Outlets",
    f"""(
    SELECT c.outlet AS outlet, count(*) AS claims, count(DISTINCT c.document_id) AS documents,
        sum(c.type = 'casualty') AS figures,
        {_PUBLISHED}
    FROM claims AS c
    WHERE {_STANDS} AND c.outlet IS NOT NULL
    GROUP BY c.outlet
) AS g""",
    (
        Column("outlet", "Outlet", "text", "g.outlet", shown=True),
        Column("documents", "Documents", "integer", "g.documents", shown=True),
        Column("claims", "Claims", "integer", "g.claims", shown=True),
        Column("figures", "Figures of people harmed", "integer", "g.figures", shown=True),
        Column(
            "speakers",
            "Speakers it carries",
            "integer",
            "(SELECT count(DISTINCT s.speaker) FROM claims AS c JOIN claim_speakers AS s ON s.claim_id = c.id "
            f"WHERE c.outlet = g.outlet AND {_STANDS})",
            shown=True,
        ),
        *_first_and_last(),
    ),
    (Key("g.outlet"),),
    "-documents",
    names="g.outlet",
)

# Spellings of one place on the map are one row, under the spelling that most claims have; words that stand
# nowhere on the map are a row for each spelling.
PLACES = Listing(
    "places",
    "Places",
    f"""(
    SELECT place, max(told) AS most, sum(told) AS claims, sum(figures) AS figures, gazetteer_id, lat, lon,
        radius_km, where_prec, count(*) AS spellings,
        min(published_first) AS published_first, max(published_last) AS published_last
    FROM (
        SELECT c.place AS place, count(*) AS told, sum(c.type = 'casualty') AS figures,
            c.gazetteer_id AS gazetteer_id, c.lat AS lat, c.lon AS lon, c.radius_km AS radius_km,
            c.where_prec AS where_prec,
            {_PUBLISHED}
        FROM claims AS c
        WHERE {_STANDS} AND c.place IS NOT NULL
        GROUP BY c.gazetteer_id, c.place
    )
    GROUP BY COALESCE(gazetteer_id, place)
) AS g""",
    (
        Column("place", "Place", "text", "g.place", shown=True),
        Column("claims", "Claims", "integer", "g.claims", shown=True),
        Column("figures", "Figures of people harmed", "integer", "g.figures", shown=True),
        Column("spellings", "Spellings", "integer", "g.spellings", shown=True),
        Column("lat", "Latitude", "number", "g.lat", shown=True),
        Column("lon", "Longitude", "number", "g.lon", shown=True),
        Column("radius_km", "Radius, km", "number", "g.radius_km"),
        Column("where_prec", "Precision of place", "integer", "g.where_prec", shown=True, facet=True),
        Column("gazetteer_id", "Gazetteer", "text", "g.gazetteer_id"),
        *_first_and_last(),
    ),
    (Key("COALESCE(g.gazetteer_id, g.place)"),),
    "-claims",
    names="g.place",
)
