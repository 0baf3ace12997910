"""One question to an OpenAI-compatible endpoint: retries with back-off, time-outs, a cap on what is read."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.errors import LlmError

if TYPE_CHECKING:
    import httpx

KEY_VARIABLE = "KG_LLM_API_KEY"
MOST_BYTES = 4_000_000
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_NO_SCHEMA = frozenset({400, 404, 415, 422})


class Refused(Exception):
    """The endpoint gave no usable answer to one question. Never leaves ``kg.extract.llm``: the text is counted as unread."""


@dataclass(frozen=True)
class Answer:
    """What the model wrote, and how many tokens question and answer cost by the server's count, or by ours where it gives none."""

    text: str
    tokens: int


@dataclass
class Client:
    """An endpoint (its address ends before ``/chat/completions``) and a model's name there."""

    url: str
    model: str
    timeout: float = 60.0
    retries: int = 4
    wait: Callable[[float], None] = time.sleep
    _schema: bool = field(default=True, repr=False)
    _http: httpx.Client | None = field(default=None, repr=False)

    def ask(self, system: str, user: str, schema: dict[str, Any]) -> Answer:
        """Put one question.

        Raises:
            LlmError: the endpoint cannot be used at all: wrong address, wrong key, unknown model, extra not installed.
            Refused: no usable answer came, however often it was asked.
        """
        while True:
            body = self._body(system, user, schema)
            response = self._send(body)
            if self._schema and response.status_code in _NO_SCHEMA and b"response_format" in response.content:
                self._schema = False  # an older server: the prompt alone asks for JSON
                continue
            return _answer(response, len(system) + len(user))

    def close(self) -> None:
        """Let go of the connection."""
        if self._http is not None:
            self._http.close()

    def _body(self, system: str, user: str, schema: dict[str, Any]) -> dict[str, Any]:
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        body: dict[str, Any] = {"model": self.model, "messages": messages, "temperature": 0, "stream": False}
        if self._schema:
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": schema},
            }
        return body

    def _send(self, body: dict[str, Any]) -> httpx.Response:
        import httpx

        why = ""
        for attempt in range(self.retries + 1):
            try:
                response = self._open().post(f"{self.url.rstrip('/')}/chat/completions", json=body)
            except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
                raise LlmError(
                    f"{self.url}: no address of an endpoint ({error}); give one like http://localhost:11434/v1"
                ) from error
            except httpx.ConnectError as error:
                if attempt == self.retries:
                    raise LlmError(f"{self.url}: nothing answers there ({error}); start the server, or mend --llm-url") from error
                why = "no connection"
            except httpx.HTTPError as error:
                why = type(error).__name__
            else:
                if response.status_code in (401, 403):
                    raise LlmError(f"{self.url}: the key was refused ({response.status_code}); set {KEY_VARIABLE}")
                if response.status_code not in _AGAIN:
                    return response
                why = f"status {response.status_code}"
                self._pause(attempt, response.headers.get("retry-after"))
                continue
            self._pause(attempt, None)
        raise Refused(why)

    def _pause(self, attempt: int, asked: str | None) -> None:
        if attempt < self.retries:
            seconds = float(asked) if asked and asked.replace(".", "", 1).isdigit() else 0.5 * 2**attempt
            self.wait(min(seconds, 60.0))

    def _open(self) -> httpx.Client:
        if self._http is None:
            import httpx

            key = os.environ.get(KEY_VARIABLE)
            headers = {"Authorization": f"Bearer {key}"} if key else {}
            self._http = httpx.Client(timeout=self.timeout, headers=headers, follow_redirects=False)
        return self._http


def _answer(response: httpx.Response, asked: int) -> Answer:
    if response.status_code == 404:
        raise LlmError(f"{response.url}: not found; mend --llm-url or --llm-model")
    if response.status_code != 200:
        raise Refused(f"status {response.status_code}")
    if len(response.content) > MOST_BYTES:
        raise Refused("the answer is too large")
    try:
        content = response.json()
        text = content["choices"][0]["message"]["content"]
        usage = content.get("usage") or {}
        tokens = usage.get("total_tokens")
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise Refused("the answer is no chat completion") from error
    if not isinstance(text, str):
        raise Refused("the answer has no text")
    return Answer(text, tokens if isinstance(tokens, int) and tokens >= 0 else (asked + len(text)) // 4)
