"""One question to an endpoint over its chat protocol: time-outs, retries and sizes are bounded."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx2
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from counterclaim.llm.failures import EndpointError
from counterclaim.llm.settings import Endpoint
from counterclaim.llm.wording import shorten

TRIES = 3  # in all, where the endpoint is busy, broken or away
TIMEOUT_TRIES = 2  # each costs the whole time-out
BACKOFF_S = 1.0  # doubles with every try
MAX_WAIT_S = 60.0  # an endpoint that asks for more than this is not waited for
MAX_ANSWER_BYTES = 4 << 20  # claims of one request are some tens of kilobytes
_HINTS = {
    400: "if it does not know response_format json_schema, see body in docs/howto/llm.md",
    401: "check the key in the variable that key_env names",
    403: "check that the key may use this model",
    404: "check base_url, which usually ends in /v1, and model",
}
_HOPELESS = frozenset({401, 403, 404, 405})


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]


class Client:
    """An open connection to one endpoint."""

    def __init__(self, endpoint: Endpoint, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._endpoint = endpoint
        self._sleep = sleep
        headers = {"content-type": "application/json", "accept-encoding": "identity"}
        if endpoint.key:
            headers["authorization"] = f"Bearer {endpoint.key}"
        self._http = httpx2.Client(
            headers=headers,
            timeout=endpoint.timeout_s,
            follow_redirects=False,  # a document goes to the host in the settings and to no other
            # A proxy that the environment names could read what goes over plain http.
            trust_env=endpoint.base_url.startswith("https:"),
        )

    def close(self) -> None:
        self._http.close()

    def ask(self, request: bytes) -> str:
        """The words of the model's answer to a request in JSON; "" where it declines.

        Raises:
            EndpointError: no answer came in the time and tries allowed, or it is no chat completion.
        """
        tried = 0
        while True:
            tried += 1
            try:
                return self._ask_once(request)
            except EndpointError as failure:
                wait_s = BACKOFF_S * 2 ** (tried - 1) if failure.wait_s is None else failure.wait_s
                if tried >= failure.tries or wait_s > MAX_WAIT_S:
                    raise
            self._sleep(wait_s)

    def _ask_once(self, request: bytes) -> str:
        url = f"{self._endpoint.base_url}/chat/completions"
        deadline = time.monotonic() + self._endpoint.timeout_s
        try:
            with self._http.stream("POST", url, content=request) as response:
                data = self._read(response, deadline)
        except httpx2.TimeoutException as error:
            raise self._timeout() from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            said = str(error) or type(error).__name__
            raise self._failure(
                "llm.unreachable", f"cannot be reached: {said}; check that it runs", tries=TRIES
            ) from error
        if not response.is_success:
            raise self._unsuccessful(response, data)
        return self._words(data)

    def _read(self, response: httpx2.Response, deadline: float) -> bytes:
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > MAX_ANSWER_BYTES:
                raise self._failure("llm.too_large", f"answered with more than {MAX_ANSWER_BYTES:,} bytes")
            if time.monotonic() > deadline:  # the library's own time-out starts anew with every byte
                raise self._timeout()
        return bytes(data)

    def _words(self, data: bytes) -> str:
        try:
            choice = _Completion.model_validate(from_json(data)).choices[0]
        except (ValueError, IndexError) as error:  # pydantic's errors are ValueErrors
            raise self._failure(
                "llm.malformed", f"answered {_kind(data)} and no chat completion; check base_url"
            ) from error
        if choice.message.refusal or choice.finish_reason == "content_filter":
            return ""
        return self._endpoint.scrub(choice.message.content or "")

    def _unsuccessful(self, response: httpx2.Response, data: bytes) -> EndpointError:
        status = response.status_code
        if response.is_redirect:
            host = urlsplit(response.headers.get("location", "")).hostname or "another address"
            return self._failure(
                "llm.refused", f"redirects to {host}; set base_url to the right address", hopeless=True
            )
        said = f"answered {status}: {_error_words(data)}"
        if status == 429:
            return self._failure("llm.rate_limited", said, tries=TRIES, wait_s=_asked_wait(response))
        if status >= 500:
            return self._failure("llm.server_error", said, tries=TRIES, wait_s=_asked_wait(response))
        hint = f"; {_HINTS[status]}" if status in _HINTS else ""
        return self._failure("llm.refused", f"{said}{hint}", hopeless=status in _HOPELESS)

    def _timeout(self) -> EndpointError:
        seconds = self._endpoint.timeout_s
        return self._failure(
            "llm.timeout", f"gave no whole answer in {seconds:g} s; raise timeout_s", tries=TIMEOUT_TRIES
        )

    def _failure(
        self, code: str, words: str, *, tries: int = 1, wait_s: float | None = None, hopeless: bool = False
    ) -> EndpointError:
        message = f"endpoint {self._endpoint.name} {self._endpoint.scrub(words)}"
        return EndpointError(code, message, tries=tries, wait_s=wait_s, hopeless=hopeless)


def _asked_wait(response: httpx2.Response) -> float | None:
    """Seconds in Retry-After, which holds a number or a date; None where it holds neither."""
    asked = response.headers.get("retry-after", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        at = parsedate_to_datetime(asked)
    except (ValueError, OverflowError):
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


class _Error(BaseModel):
    message: str


class _ErrorBody(BaseModel):
    error: _Error | str


def _error_words(data: bytes) -> str:
    """What the endpoint says is wrong, cut short; its kind where it says it in no usual form."""
    try:
        error = _ErrorBody.model_validate_json(data).error
    except ValidationError:
        return _kind(data)
    return shorten(error if isinstance(error, str) else error.message)


def _kind(data: bytes) -> str:
    start = data[:200].lstrip().lower()
    if not start:
        return "nothing"
    if start.startswith(b"<"):
        return "an HTML page"
    return "other JSON" if start.startswith((b"{", b"[")) else "something that is no JSON"
