"""Which hosts may be connected to, and connections that cannot outlast their deadline.

A name is resolved once, every address it resolves to is checked, and the connection goes to a checked
address: a server that answers a private address to the second question gains nothing. The clock is
checked at every read, so that a server which sends a byte a second ends like a silent one.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from hexapla.errors import SourceRefused, SourceUnreachable

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# NAT64 (RFC 6052) carries an IPv4 address in its last 32 bits.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the open internet, the IPv4 address that it carries included."""
    if isinstance(address, ipaddress.IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return is_public(carried)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_link_local)


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if any."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


class Deadline:
    """How long an address may take in all."""

    def __init__(self, name: str, seconds: float) -> None:
        self.name, self.seconds = name, seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> SourceUnreachable:
        return SourceUnreachable(
            f"{self.name} did not send all of its page in {self.seconds:g} seconds.",
            "The server is slow, down, or sends without end.",
            "Try again later, or save the page and give the file.",
        )


def resolve(host: str, port: int, deadline: Deadline) -> list[IPAddress]:
    """Every address of a host, in the order the system prefers.

    The system's resolver knows no deadline, so it runs in a thread that is left behind when it is late.
    """
    answers: queue.SimpleQueue[list[Any] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise deadline.passed() from None
    if not isinstance(found, list):
        raise SourceUnreachable(
            f"There is no host {host}.",
            f"{deadline.name} cannot be read.",
            "Check the address, and whether this machine is on the network.",
        ) from found
    # A zone (fe80::1%eth0) only says which cable; the address is checked without it.
    return [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]


class Guarded(httpcore.NetworkBackend):
    """Connects only to checked addresses, and only until the deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolve(host, port, self._deadline)
        if not self._allow_private:
            self._refuse_private(host, addresses)
        return self._first(addresses, port, socket_options)

    def _refuse_private(self, host: str, addresses: list[IPAddress]) -> None:
        private = next((address for address in addresses if not is_public(address)), None)
        if private is not None:
            where = "" if str(private) == host else f" ({private})"
            raise SourceRefused(
                f"{self._deadline.name} leads to {host}{where}, inside a private network or this machine.",
                "A page could make Hexapla read what is meant for your network alone.",
                "If you trust the address, allow it with --allow-private.",
            )

    def _first(
        self, addresses: list[IPAddress], port: int, options: Iterable[httpcore.SOCKET_OPTION] | None
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers."""
        failure: Exception | None = None
        for n, address in enumerate(addresses):
            # A host that is silent on one address (often IPv6) must leave time for the next.
            patience = self._deadline.left() / (len(addresses) - n)
            try:
                stream = self._backend.connect_tcp(
                    str(address), port, timeout=patience, socket_options=options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Timed(stream, self._deadline)
        self._deadline.left()
        raise failure or httpcore.ConnectError("no address")


class _Timed(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout=self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout=self._deadline.left())
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
