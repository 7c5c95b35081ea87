"""The network: what is refused, what ends in time, what is read. All on this machine's loopback."""

from __future__ import annotations

import ipaddress
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hexapla.errors import SourceError, SourceRefused, SourceUnreachable, SourceUnreadable
from hexapla.sources import Options, guard, load
from hexapla.sources.address import fetch

from .server import REPORT, Server, running

HERE = Options(allow_private=True, timeout=3.0)
QUICK = Options(allow_private=True, timeout=0.4)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running(Server()) as one:
        yield one


def refusal(url: str, options: Options = HERE) -> SourceError:
    with pytest.raises(SourceError) as found:
        fetch(url, options)
    assert found.value.what and found.value.means and found.value.todo
    return found.value


def test_text_is_fetched_as_it_is(server: Server) -> None:
    raw = fetch(server.url("report"), HERE)
    assert raw.data.decode() == REPORT
    assert raw.says_html is False


def test_we_say_who_asks(server: Server) -> None:
    fetch(server.url("report?who"), HERE)
    headers = dict(server.asked)["/report?who"]
    assert headers["User-Agent"].startswith("hexapla/")
    assert headers["Host"] == server.url("").split("/")[2]


@pytest.mark.parametrize("path", ["page", "page-called-text"])
def test_a_page_is_read_as_its_article(server: Server, path: str) -> None:
    loaded = load([server.url(path)], HERE)
    (witness,) = loaded.witnesses
    assert witness.language == "ru"
    assert witness.title == "Министры обсудили торговлю"
    assert "<" not in witness.text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("charset-in-header", "Встреча.\n"),
        ("wrong-charset-in-header", REPORT),
        ("gzip", REPORT),
        ("once", REPORT),
    ],
)
def test_what_the_server_says_is_used_where_it_can_be(server: Server, path: str, text: str) -> None:
    (witness,) = load([server.url(path)], HERE).witnesses
    assert witness.text == text
    assert witness.source == server.url(path)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 429, 451, 500, 503])
def test_a_status_is_told_with_what_it_means(server: Server, status: int) -> None:
    error = refusal(server.url(f"status/{status}"))
    assert isinstance(error, SourceRefused)
    assert str(status) in error.what


@pytest.mark.parametrize("path", ["circle", "for-ever/1"])
def test_redirects_end(server: Server, path: str) -> None:
    error = refusal(server.url(path))
    assert isinstance(error, SourceRefused)
    assert "redirects" in error.what


def test_five_redirects_are_followed_and_no_sixth(server: Server) -> None:
    before = len(server.asked)
    refusal(server.url("for-ever/1"))
    assert len(server.asked) - before == 6


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("pdf", SourceRefused),
        ("gzip-twice", SourceRefused),
        ("broken-gzip", SourceUnreadable),
        ("no-http", SourceUnreadable),
        ("to-a-file", SourceRefused),
    ],
)
def test_what_is_no_page_is_refused(server: Server, path: str, kind: type[SourceError]) -> None:
    assert isinstance(refusal(server.url(path)), kind)


@pytest.mark.parametrize("path", ["endless", "gzip-bomb"])
def test_a_body_without_end_is_cut(server: Server, path: str) -> None:
    error = refusal(server.url(path), Options(allow_private=True, timeout=3.0, most_bytes=200_000))
    assert isinstance(error, SourceRefused)
    assert "0.2 MB" in error.what


@pytest.mark.parametrize("path", ["silence", "drip", "drip-headers"])
def test_the_deadline_holds_for_all(server: Server, path: str) -> None:
    start = time.monotonic()
    assert isinstance(refusal(server.url(path), QUICK), SourceUnreachable)
    assert time.monotonic() - start < 4


def test_a_name_that_is_resolved_too_slowly_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(4.5) or [])
    start = time.monotonic()
    assert isinstance(refusal("http://slow.example/", QUICK), SourceUnreachable)
    assert time.monotonic() - start < 4


def test_a_closed_port_and_an_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert isinstance(refusal(f"http://127.0.0.1:{port}/"), SourceUnreachable)

    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert "no host" in refusal("http://nobody.invalid/").what


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://a.example/x", "data:text/plain,abc", "gopher://x/"]
)
def test_other_schemes_are_refused(url: str) -> None:
    (left,) = load([url]).left_out
    assert "http" in left.means


@pytest.mark.parametrize("url", ["http://", "https:///x", "http://[::1", "http://a b/"])
def test_what_is_no_address_is_told(url: str) -> None:
    (left,) = load([url]).left_out
    assert left.what and left.todo


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.7",
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    assert not guard.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_known(address: str) -> None:
    assert guard.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]"]
)
def test_this_machine_is_refused_by_every_name(server: Server, host: str) -> None:
    error = refusal(server.url("report", host), Options(timeout=1.0))
    assert isinstance(error, SourceRefused)
    assert "--allow-private" in error.todo


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "is_public", lambda address: str(address) == "127.0.0.1")
    assert fetch(server.url("report"), Options(timeout=1.0)).data.decode() == REPORT
    error = refusal(server.url("elsewhere"), Options(timeout=1.0))
    assert isinstance(error, SourceRefused)
    assert "127.0.0.2" in error.what


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", (ip, port)) for ip in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    assert "10.0.0.1" in refusal("http://two.example/", Options(timeout=1.0)).what


def test_a_name_is_resolved_once_and_the_checked_address_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = socket.getaddrinfo, []

    def rebinding(host: str, port: int, *args: object, **more: object) -> object:
        asked.append(host)
        if host == "rebinding.example":
            return real("127.0.0.1" if asked.count(host) == 1 else "127.0.0.9", port, type=socket.SOCK_STREAM)
        return real(host, port, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert fetch(server.url("report?pinned", "rebinding.example"), HERE).data.decode() == REPORT
    assert asked.count("rebinding.example") == 1
    assert dict(server.asked)["/report?pinned"]["Host"].startswith("rebinding.example:")


def test_a_password_in_an_address_is_shown_nowhere(server: Server) -> None:
    loaded = load(
        [server.url("report", "reader:secret@127.0.0.1"), server.url("pdf", "reader:secret@127.0.0.1")], HERE
    )
    assert "Authorization" in server.asked[-1][1]
    assert "secret" not in repr(loaded)


def test_a_certificate_that_cannot_be_checked_and_one_that_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    )
    files = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    one = Server()
    one.socket = context.wrap_socket(one.socket, server_side=True)
    with running(one):
        url = one.url("report", "localhost").replace("http:", "https:")
        assert "certificate" in refusal(url).what
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetch(url, HERE).data.decode() == REPORT
