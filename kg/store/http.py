"""Speaking to a SPARQL 1.1 server: where its endpoints are, who we are, and patience with a server that is away."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

import urllib3

from kg.errors import StoreError

# 0, 0.5, 1, 2, 4, 8, 10, 10 seconds: a server may be restarted meanwhile.
_TRIES, _FACTOR, _LONGEST = 8, 0.25, 10.0
_BUSY = (429, 502, 503, 504)
_PATIENT = urllib3.Retry(
    _TRIES,
    backoff_factor=_FACTOR,
    backoff_max=_LONGEST,
    status_forcelist=_BUSY,
    allowed_methods=None,
    raise_on_status=False,
)
_CONNECT = 10.0
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of a server's SPARQL Query, SPARQL Update and Graph Store protocols (W3C, 2013)."""

    query: str
    update: str
    graphs: str

    @classmethod
    def of(cls, address: str) -> Endpoints:
        """Those of the store at an address.

        A repository of RDF4J or GraphDB (``…/repositories/NAME``) has its own; otherwise ``query``, ``update`` and
        ``store`` stand below the address, as Oxigraph has them. ``KG_STORE_QUERY``, ``KG_STORE_UPDATE`` and
        ``KG_STORE_GRAPHS`` name others.
        """
        base = address.rstrip("/")
        if "/repositories/" in base:
            found = (base, f"{base}/statements", f"{base}/rdf-graphs/service")
        else:
            found = (f"{base}/query", f"{base}/update", f"{base}/store")
        names = ("KG_STORE_QUERY", "KG_STORE_UPDATE", "KG_STORE_GRAPHS")
        return cls(*(os.environ.get(name) or url for name, url in zip(names, found, strict=True)))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: the status, the type of the content, the content."""

    status: int
    kind: str
    body: bytes

    @property
    def good(self) -> bool:
        """Did it do what it was asked?"""
        return 200 <= self.status < 300

    def line(self) -> str:
        """The complaint, in one line."""
        text = " ".join(self.body.decode(errors="replace").split())[:_SHOWN]
        return f"HTTP {self.status}" + (f": {text}" if text else "")


class Client:
    """Requests to one server, over connections that are kept, repeated with growing pauses while it is away.

    Every request of ours may be repeated: what is put in is a set, what is dropped may be gone already.
    """

    def __init__(self, address: str, timeout: float) -> None:
        """Name the server. A user and password stand in the address or in KG_STORE_USER and KG_STORE_PASSWORD.

        A token in KG_STORE_TOKEN is sent as a bearer's (RFC 6750). ``timeout``: seconds to wait for an answer.

        Raises:
            StoreError: it is no address of a server.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(f"{address}: no address of a SPARQL server; write http://host:port")
        host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
        self.address = urlunsplit((parts.scheme, host, parts.path, "", ""))
        self.endpoints = Endpoints.of(self.address)
        self._headers = _credentials(parts.username, parts.password)
        self._timeout = timeout
        self._pool = urllib3.PoolManager()

    def send(
        self, method: str, url: str, *, kind: str, accept: str = "*/*", body: bytes, fields: Mapping[str, str], wait: bool = True
    ) -> Reply:
        """One request, with ``fields`` in its address; the reply, whatever its status.

        ``wait``: repeat it too where no answer has come in time, as what is put in should be, and what is asked should not.

        Raises:
            StoreError: the server cannot be reached, or says that we may not.
        """
        headers = {**self._headers, "Content-Type": kind, "Accept": accept}
        target = f"{url}?{urlencode(fields)}" if fields else url
        retries = _PATIENT if wait else _PATIENT.new(read=0)
        timeout = urllib3.Timeout(connect=_CONNECT, read=self._timeout)
        try:
            found = self._pool.request(method, target, body=body, headers=headers, timeout=timeout, retries=retries, redirect=False)
        except urllib3.exceptions.MaxRetryError as error:
            raise StoreError(f"{self.address}: {_reason(error, self._timeout)}; is the server running?") from None
        except urllib3.exceptions.HTTPError as error:
            raise StoreError(f"{self.address}: {type(error).__name__}; nothing of this step is certain, run it again") from None
        if found.status in (401, 403):
            raise StoreError(
                f"{self.address}: HTTP {found.status}: not allowed; set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"
            )
        return Reply(found.status, found.headers.get("Content-Type", "").partition(";")[0].strip(), found.data)

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()


def _credentials(user: str | None, password: str | None) -> dict[str, str]:
    token = os.environ.get("KG_STORE_TOKEN")
    if token:
        return {"Authorization": f"Bearer {token}"}
    user = user or os.environ.get("KG_STORE_USER")
    password = password or os.environ.get("KG_STORE_PASSWORD", "")
    return dict(urllib3.make_headers(basic_auth=f"{user}:{password}")) if user else {}


def _reason(error: urllib3.exceptions.MaxRetryError, timeout: float) -> str:
    if isinstance(error.reason, urllib3.exceptions.ReadTimeoutError):
        return f"no answer within {timeout:g} seconds"
    return "does not answer"
