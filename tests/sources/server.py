"""A web server on this machine that misbehaves in named ways."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REPORT = (
    "Министры обсудили торговлю\n\nМинистр иностранных дел Вальмары принял своего орловийского коллегу.\n"
)
PAGE = (
    "<!doctype html><html lang='ru'><head><title>Министры обсудили торговлю</title></head><body><article>"
    "<h1>Министры обсудили торговлю</h1><p>Министр иностранных дел Вальмары принял своего орловийского"
    " коллегу, и стороны договорились открыть три пункта пропуска до конца года.</p></article></body></html>"
)
# How long the silent and the slow go on, unless the reader hangs up first.
LONG = 5.0


class Misbehaving(BaseHTTPRequestHandler):
    """Each path is one way to answer."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        name = self.path.strip("/").split("/")[0].split("?")[0].replace("-", "_")
        try:
            getattr(self, f"say_{name}")()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass

    def _send(self, data: bytes, kind: str | None = "text/plain; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        if kind:
            self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _go(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def say_report(self) -> None:
        self._send(REPORT.encode())

    def say_page(self) -> None:
        self._send(PAGE.encode(), "text/html; charset=utf-8")

    def say_page_called_text(self) -> None:
        self._send(PAGE.encode(), None)

    def say_charset_in_header(self) -> None:
        self._send("Встреча.\n".encode("koi8-r"), "text/plain; charset=koi8-r")

    def say_wrong_charset_in_header(self) -> None:
        self._send(REPORT.encode(), "text/plain; charset=iso-8859-1")

    def say_gzip(self) -> None:
        self._send(gzip.compress(REPORT.encode()), Content_Encoding="gzip")

    def say_gzip_bomb(self) -> None:
        self._send(gzip.compress(b"a" * 3_000_000), Content_Encoding="gzip")

    def say_gzip_twice(self) -> None:
        self._send(gzip.compress(gzip.compress(REPORT.encode())), Content_Encoding="gzip, gzip")

    def say_broken_gzip(self) -> None:
        self._send(b"no gzip at all", Content_Encoding="gzip")

    def say_pdf(self) -> None:
        self._send(b"%PDF-1.7", "application/pdf")

    def say_pdf_called_html(self) -> None:
        self._send(b"%PDF-1.7\n%\xe2\xe3", "text/html")

    def say_status(self) -> None:
        self.send_error(int(self.path.split("/")[-1]))

    def say_once(self) -> None:
        self._go("/report")

    def say_circle(self) -> None:
        self._go("/circle")

    def say_for_ever(self) -> None:
        self._go(f"/for-ever/{int(self.path.split('/')[-1]) + 1}")

    def say_elsewhere(self) -> None:
        self._go(f"http://127.0.0.2:{self.server.server_address[1]}/report")

    def say_to_a_file(self) -> None:
        self._go("file:///etc/hostname")

    def say_endless(self) -> None:
        self._stream(b"words and words and words\n" * 2000, pause=0.0)

    def say_drip(self) -> None:
        self._stream(b"a", pause=0.02)

    def say_drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self._drip(b"a", 0.02)

    def say_silence(self) -> None:
        time.sleep(LONG if not self.server.closing.wait(LONG) else 0)  # type: ignore[attr-defined]

    def say_no_http(self) -> None:
        self.wfile.write(b"220 welcome to another protocol\r\n")
        self.close_connection = True

    def say_nothing(self) -> None:
        self._send(b"")

    def _stream(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self._drip(piece, pause)

    def _drip(self, piece: bytes, pause: float) -> None:
        end = time.monotonic() + LONG
        while time.monotonic() < end and not self.server.closing.is_set():  # type: ignore[attr-defined]
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(pause)
        self.close_connection = True


class Server(ThreadingHTTPServer):
    """The server, what it was asked, and its address."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Misbehaving)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    def handle_error(self, *_: object) -> None:
        """A reader who hangs up is what many tests want."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_address[1]}/{path}"


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
