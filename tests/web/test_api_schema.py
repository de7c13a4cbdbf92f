"""The OpenAPI document is true: made-up requests, right and wrong, get the answers that it promises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from counterclaim.export import FORMATS
from counterclaim.web.api.app import ApiLimits
from counterclaim.web.api.described import OPERATIONS, describe
from counterclaim.web.app import create_app

HOST = {"Host": "localhost"}
# All formats of exports take the same parameters, and so do all lists of claims.
SAME = {
    *(f"/exports/{name}" for name in FORMATS if name not in ("ged", "claims", "geojson")),
    "/agreements",
    "/control",
}
CASES = [
    (one.path, mode)
    for one in OPERATIONS
    if one.path not in SAME
    for mode in ("right", "wrong")
    if mode == "right" or any(each["in"] == "query" for each in one.every_parameter)
]
MODES = {"right": GenerationMode.POSITIVE, "wrong": GenerationMode.NEGATIVE}
EXAMPLES = 4


@pytest.fixture(scope="module")
def promised(store_path: Path) -> Any:
    app = create_app(store_path, api=ApiLimits(rate=0))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HOST)


@pytest.mark.parametrize(("path", "mode"), CASES)
def test_answers_are_as_promised(promised: Any, path: str, mode: str) -> None:
    wanted = settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    def check(case: Any) -> None:
        case.call_and_validate(headers=HOST)

    cases = promised[path]["GET"].as_strategy(generation_mode=MODES[mode])
    wanted(given(case=cases)(check))()


@pytest.mark.parametrize("name", ["claims", "incidents", "speakers", "documents"])
def test_the_longest_words_that_are_promised_are_taken_and_no_longer_ones(
    store_path: Path, name: str
) -> None:
    client = TestClient(create_app(store_path, api=ApiLimits(rate=0)), base_url="http://localhost")
    [operation] = [one for one in OPERATIONS if one.path == f"/{name}"]
    for each in operation.every_parameter:
        schema = each["schema"].get("items", each["schema"])
        if "maxLength" in schema and each["name"] != "after":
            address = f"/api/v1/{name}?{each['name']}="
            for length, status in ((schema["maxLength"], 200), (schema["maxLength"] + 1, 422)):
                assert client.get(address + "x" * length).status_code == status, (address, length)


def test_every_address_there_is_is_described() -> None:
    from counterclaim.web.api.exports import router as exports
    from counterclaim.web.api.incidents import router as incidents
    from counterclaim.web.api.lines import router as lines
    from counterclaim.web.api.lists import router as lists
    from counterclaim.web.api.texts import router as texts

    routers = (exports, incidents, lines, lists, texts)
    there = {getattr(route, "path", "") for router in routers for route in router.routes} - {
        "/exports/{name}"
    }
    described = {path for path in describe()["paths"] if not path.startswith("/exports/")}
    assert there == described
