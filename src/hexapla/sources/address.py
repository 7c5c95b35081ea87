"""An http(s) address → its bytes: redirects, limits and refusals of our own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import NoReturn

import httpcore
import httpx

from hexapla.errors import SourceRefused, SourceUnreachable, SourceUnreadable
from hexapla.sources.guard import Deadline, Guarded
from hexapla.sources.model import Options
from hexapla.sources.raw import Raw, shown, too_large

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_HTML = ("text/html", "application/xhtml+xml")
_PAGES = (*_HTML, "application/xml")
# What a status means and what to do; a class of statuses stands under its hundred.
_STATUS: dict[int, tuple[str, str]] = {
    401: ("The page wants a login.", "Log in with a browser, save the page, and give the file."),
    403: (
        "The server does not show the page to programs, or not to everyone.",
        "Open it in a browser, save it, and give the file.",
    ),
    404: (
        "There is no such page, or no longer.",
        "Check the address, or look for the page in a web archive.",
    ),
    410: ("The page was taken away.", "Look for it in a web archive."),
    429: ("The server was asked too often.", "Wait some minutes and try again."),
    451: ("The page is withheld for legal reasons.", "Look for it in a web archive."),
    300: ("The server names no page to go to.", "Open the address in a browser and give the one it ends at."),
    400: ("The server refuses the question.", "Check the address in a browser."),
    500: ("The trouble is the server's own.", "Try again later."),
}


def fetch(address: str, options: Options) -> Raw:
    """What an address answers, after at most five redirects.

    Every hop's host is resolved and checked before it is connected to (see ``guard``); one
    deadline holds for all hops and the body, and the body ends at the byte limit.

    Raises
    ------
    SourceRefused
        A private address, another scheme, too many redirects, too large, neither text nor
        HTML, or the server's refusal (4xx, 5xx).
    SourceUnreachable
        No answer, or not all of it, in time.
    SourceUnreadable
        What was given is no address, or what the server sent is no HTTP.
    """
    name = shown(address)
    deadline = Deadline(name, options.timeout)
    transport = _Transport(Guarded(deadline, allow_private=options.allow_private))
    # Proxies and passwords of the environment are not asked: a proxy would resolve names for us, unchecked.
    with httpx.Client(
        transport=transport, headers=_headers(), trust_env=False, timeout=options.timeout
    ) as client:
        return _follow(client, _url(address, name), deadline, options)


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"hexapla/{version('hexapla')}",
        "Accept": "text/html, text/plain, application/xhtml+xml, text/*;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }


class _Transport(httpx.BaseTransport):
    """httpx over connections of our own."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=b"",
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """An answer's body as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _follow(client: httpx.Client, url: httpx.URL, deadline: Deadline, options: Options) -> Raw:
    """The answer at the end of the redirects."""
    name = deadline.name
    seen: list[httpx.URL] = []
    while len(seen) <= MOST_REDIRECTS:
        seen.append(url)
        try:
            with client.stream("GET", url) as answer:
                if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                    return _raw(answer, name, options)
                url = _next(answer, name)
        except httpcore.TimeoutException as error:
            raise deadline.passed() from error
        except httpcore.NetworkError as error:
            _unreachable(name, error)
        except (httpcore.ProtocolError, httpx.DecodingError, httpx.InvalidURL, ValueError) as error:
            raise SourceUnreadable(
                f"{name} answered something that is no web page ({error}).",
                "What was sent is broken, or no HTTP.",
                "Open it in a browser, save it, and give the file.",
            ) from error
        if url in seen:
            raise _too_many(f"{name} redirects in a circle.")
    raise _too_many(f"{name} redirects more than {MOST_REDIRECTS} times.")


def _too_many(what: str) -> SourceRefused:
    return SourceRefused(
        what,
        "It never arrives at a page; such servers often want a cookie or a login.",
        "Open it in a browser and give the address it ends at, or save the page and give the file.",
    )


def _unreachable(name: str, error: Exception) -> NoReturn:
    if "CERTIFICATE" in str(error).upper():
        raise SourceUnreachable(
            f"{name} has a certificate that cannot be checked.",
            "The server may not be the one it says it is.",
            "Look at it in a browser; if you trust it, save the page and give the file.",
        ) from error
    raise SourceUnreachable(
        f"{name} cannot be reached: {error or 'no answer'}.",
        "The server is down, refuses the connection, or this machine is not on the network.",
        "Try again later, or save the page and give the file.",
    ) from error


def _next(answer: httpx.Response, name: str) -> httpx.URL:
    """Where a redirect leads."""
    try:
        url = answer.url.join(answer.headers["location"])
    except (httpx.InvalidURL, ValueError) as error:
        raise _too_many(f"{name} redirects to what is no address.") from error
    return _checked(url, name)


def _url(address: str, name: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise SourceUnreadable(
            f"{name} is no address: {error}.", "It cannot be read.", "Check how it is written."
        ) from error
    return _checked(url, name)


def _checked(url: httpx.URL, name: str) -> httpx.URL:
    if url.scheme not in ("http", "https"):
        raise SourceRefused(
            f"{name} leads to {url.scheme}:, which is not read.",
            "Only http and https addresses are fetched.",
            "Give a file by its name, or save the page and give the file.",
        )
    if not url.host:
        raise SourceUnreadable(f"{name} names no host.", "It cannot be read.", "Check how it is written.")
    return url


def _raw(answer: httpx.Response, name: str, options: Options) -> Raw:
    _refuse_status(answer, name)
    kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and kind not in _PAGES:
        raise SourceRefused(
            f"{name} is {kind}, neither text nor HTML.",
            "Hexapla reads text and web pages.",
            "Save it as plain text and give the file.",
        )
    if "," in answer.headers.get("content-encoding", ""):
        # Packed twice, a small body can unpack to more than any memory before a limit is seen.
        raise SourceRefused(
            f"{name} is compressed more than once.",
            "It may be made to fill the memory.",
            "Save the page with a browser and give the file.",
        )
    says_html = True if kind in _HTML else False if kind == "text/plain" else None
    return Raw(_body(answer, name, options.most_bytes), answer.charset_encoding, says_html, str(answer.url))


def _refuse_status(answer: httpx.Response, name: str) -> None:
    status = answer.status_code
    if 200 <= status < 300:
        return
    means, todo = (
        _STATUS.get(status) or _STATUS.get(status // 100 * 100) or ("It is no page.", "Check the address.")
    )
    reason = answer.reason_phrase
    raise SourceRefused(f"{name} answered {status}{f' ({reason})' if reason else ''}.", means, todo)


def _body(answer: httpx.Response, name: str, most: int) -> bytes:
    """The whole body, unpacked; the limit is checked as it comes."""
    if int(answer.headers.get("content-length") or 0) > most:
        raise too_large(name, most)
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_bytes():
        size += len(part)
        if size > most:
            raise too_large(name, most)
        parts.append(part)
    return b"".join(parts)
