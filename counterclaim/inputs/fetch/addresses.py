"""Which network addresses a page may be fetched from: public ones."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from counterclaim.core.errors import CounterclaimError

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]  # host and port to addresses as text

PORTS = frozenset({80, 443})
# IPv6 networks that carry an IPv4 address at some bit: it must be public too.
_CARRIERS = (
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("2002::/16"), 80),  # 6to4
    (IPv6Network("::/96"), 0),  # IPv4-compatible, long withdrawn
)
_PROTOCOLS = IPv4Network("192.0.0.0/24")  # Python's releases differ on it
_UNICAST = IPv6Network("2000::/3")  # the only part of IPv6 that is given out to the public
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")
_TEREDO = IPv6Network("2001::/32")


class FetchError(CounterclaimError):
    """An address that is not fetched; the message says why and what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_url(url: str) -> tuple[str, int]:
    """Host and port of an address that may be asked for.

    Raises:
        FetchError: it is no http or https address, holds a password, or names another port than 80 and 443.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("fetch.address", f"is no address ({error}); write https://HOST/PATH") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("fetch.address", "is no http or https address; write https://HOST/PATH")
    if "@" in parts.netloc:
        raise FetchError("fetch.address", "holds a user name; take out what stands before @")
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in PORTS:
        raise FetchError("fetch.blocked", f"names port {port}; only 80 and 443 are asked")
    return host, port


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address that the system's resolver has for a host.

    Raises:
        FetchError: it knows none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            "fetch.failed", f"has no address ({error}); check its spelling and your connection"
        ) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def public_addresses(host: str, port: int, resolve: Resolve = resolve) -> list[str]:
    """The addresses of a host, which must all be public.

    A host with one public and one private address is how a name is bound anew between check and use;
    connect to what this returns and never resolve again.

    Raises:
        FetchError: one of them is not public, or there is none.
    """
    found = list(resolve(host, port))
    if not found:
        raise FetchError("fetch.failed", "has no address; check its spelling")
    for address in found:
        if not is_public(ip_address(address.partition("%")[0])):
            raise FetchError(
                "fetch.blocked",
                f"leads to {address}, which is no public address; save the page and read that",
            )
    return found


def is_public(address: Address) -> bool:
    """Whether anybody on the internet may have the address.

    >>> is_public(ip_address("93.184.216.34")), is_public(ip_address("64:ff9b::7f00:1"))
    (True, False)
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and address not in _PROTOCOLS
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _LOCAL_NAT64 or address in _TEREDO:
        return False
    for network, shift in _CARRIERS:
        if address in network:
            return is_public(IPv4Address((int(address) >> shift) & 0xFFFFFFFF))
    return address in _UNICAST and address.is_global
