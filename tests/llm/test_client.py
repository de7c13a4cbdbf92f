"""An endpoint that is slow, busy, broken or hostile costs bounded time and memory, and never the key."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from counterclaim.llm import client as limits
from counterclaim.llm.client import Client
from counterclaim.llm.failures import EndpointError
from counterclaim.llm.settings import Endpoint
from tests.llm.conftest import KEY, Reply, Server, says

PAGE = b"<!doctype html><html><body>502 Bad Gateway</body></html>"
BUSY = Reply(b'{"error": {"message": "slow down"}}', 429)


def failure_of(client: Client) -> EndpointError:
    with pytest.raises(EndpointError) as caught:
        client.ask(b"{}")
    return caught.value


def test_a_question_goes_to_the_chat_protocols_address_with_the_key(client: Client, server: Server) -> None:
    server.replies = [says("forty-two")]
    assert client.ask(b'{"model": "toy-1"}') == "forty-two"
    assert server.asked == [{"model": "toy-1"}]
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_a_busy_endpoint_is_asked_again_after_the_time_it_asks_for(
    client: Client, server: Server, waits: list[float]
) -> None:
    server.replies = [replace_headers(BUSY, "7"), says("ok")]
    assert client.ask(b"{}") == "ok"
    assert waits == [7.0]


def test_a_busy_endpoint_may_name_the_time_as_a_date(
    client: Client, server: Server, waits: list[float]
) -> None:
    at = datetime.now(UTC) + timedelta(seconds=20)
    server.replies = [replace_headers(BUSY, format_datetime(at, usegmt=True)), says("ok")]
    assert client.ask(b"{}") == "ok"
    assert 10 < waits[0] <= 20


def replace_headers(reply: Reply, retry_after: str) -> Reply:
    return Reply(reply.body, reply.status, {"retry-after": retry_after})


@pytest.mark.parametrize("retry_after", ["soon", "", "-5"])
def test_an_odd_wait_falls_back_to_ours(
    client: Client, server: Server, waits: list[float], retry_after: str
) -> None:
    server.replies = [replace_headers(BUSY, retry_after), says("ok")]
    client.ask(b"{}")
    assert waits == [limits.BACKOFF_S]


def test_an_endpoint_that_stays_busy_is_given_up_with_growing_waits(
    client: Client, server: Server, waits: list[float]
) -> None:
    server.replies = [BUSY]
    failure = failure_of(client)
    assert (failure.code, len(server.asked), waits) == ("llm.rate_limited", 3, [1.0, 2.0])
    assert "slow down" in str(failure)


def test_an_endpoint_that_asks_for_an_hour_is_not_waited_for(
    client: Client, server: Server, waits: list[float]
) -> None:
    server.replies = [replace_headers(BUSY, "3600")]
    assert failure_of(client).code == "llm.rate_limited"
    assert (len(server.asked), waits) == (1, [])


def test_a_broken_server_is_tried_again(client: Client, server: Server) -> None:
    server.replies = [Reply(PAGE, 502), says("ok")]
    assert client.ask(b"{}") == "ok"
    server.replies = [Reply(PAGE, 500)]
    failure = failure_of(client)
    assert (failure.code, len(server.asked)) == ("llm.server_error", 2 + 3)
    assert "an HTML page" in str(failure)


@pytest.mark.parametrize(
    ("status", "step"), [(400, "response_format"), (401, "key_env"), (403, "key"), (404, "/v1"), (422, "422")]
)
def test_a_refusal_is_not_tried_again_and_names_the_next_step(
    client: Client, server: Server, status: int, step: str
) -> None:
    server.replies = [Reply(b'{"error": {"message": "no"}}', status)]
    failure = failure_of(client)
    assert (failure.code, len(server.asked)) == ("llm.refused", 1)
    assert step in str(failure)


def test_a_document_is_never_sent_on_to_where_a_redirect_points(client: Client, server: Server) -> None:
    with Server() as other:
        server.replies = [Reply(b"", 307, {"location": f"{other.url}/chat/completions"})]
        failure = failure_of(client)
        assert (failure.code, failure.hopeless) == ("llm.refused", True)
        assert "127.0.0.1" in str(failure)
        assert len(server.asked) == 1


@pytest.mark.parametrize("reply", [Reply(b" " * 100, hangs=True), Reply(b" " * 100, drips=True)])
def test_an_endpoint_that_hangs_or_drips_is_left_after_the_time_out(server: Server, reply: Reply) -> None:
    server.replies = [reply]
    client = Client(Endpoint("local", server.url, "toy-1", timeout_s=0.3), sleep=lambda _: None)
    begun = time.monotonic()
    failure = failure_of(client)
    client.close()
    assert (failure.code, len(server.asked)) == ("llm.timeout", limits.TIMEOUT_TRIES)
    assert time.monotonic() - begun < 3
    assert "0.3 s" in str(failure)


def test_an_answer_without_end_is_cut_off(client: Client, server: Server) -> None:
    server.replies = [says("x" * (limits.MAX_ANSWER_BYTES + 1))]
    assert failure_of(client).code == "llm.too_large"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PAGE, "an HTML page"),
        (b"", "nothing"),
        (b'{"choices": []}', "other JSON"),
        (b'{"choices": [{"message": null}]}', "other JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"[" * 100_000, "other JSON"),
    ],
)
def test_an_answer_that_is_no_chat_completion_is_named_for_what_it_is(
    client: Client, server: Server, body: bytes, kind: str
) -> None:
    server.replies = [Reply(body)]
    failure = failure_of(client)
    assert failure.code == "llm.malformed"
    assert kind in str(failure)


@pytest.mark.parametrize(
    "choice", [{"finish_reason": "content_filter"}, {"message": {"refusal": "I cannot"}}]
)
def test_a_model_that_declines_gives_no_words(
    client: Client, server: Server, choice: dict[str, object]
) -> None:
    server.replies = [Reply(json.dumps({"choices": [{"message": {"content": None}, **choice}]}).encode())]
    assert client.ask(b"{}") == ""


def test_a_dead_endpoint_is_unreachable(waits: list[float]) -> None:
    client = Client(Endpoint("local", "http://127.0.0.1:9/v1", "toy-1", timeout_s=2.0), sleep=waits.append)
    failure = failure_of(client)
    client.close()
    assert (failure.code, len(waits)) == ("llm.unreachable", limits.TRIES - 1)


Echo = Callable[[str], Reply]


@pytest.mark.parametrize(
    "echo",
    [
        lambda key: Reply(json.dumps({"error": {"message": f"bad key {key}"}}).encode(), 401),
        lambda key: Reply(json.dumps({"error": f"bad key {key}"}).encode(), 400),
        lambda key: Reply(b"", 302, {"location": f"http://{key}.example.org/"}),
        lambda key: Reply(json.dumps({"error": {"message": f"{key}\x1b[2J"}}).encode(), 500),
    ],
)
def test_a_server_that_echoes_the_key_does_not_get_it_into_a_message(
    client: Client, server: Server, echo: Echo
) -> None:
    server.replies = [echo(KEY)]
    failure = failure_of(client)
    assert KEY not in str(failure)
    assert str(failure).isprintable()


def test_the_key_is_not_in_what_an_endpoint_shows_of_itself(endpoint: Endpoint) -> None:
    assert KEY not in repr(endpoint)
    assert endpoint.scrub(f"Bearer {KEY}") == "Bearer [key]"


def test_a_proxy_of_the_environment_does_not_see_what_goes_to_this_machine(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server() as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.server_port}")
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.server_port}")
        server.replies = [says("ok")]
        client = Client(Endpoint("local", server.url, "toy-1", timeout_s=5.0))
        assert client.ask(b"{}") == "ok"
        client.close()
