"""Forbids the network to every Python that starts with this folder on its path: the tests' own and their children.

An audit hook, because replacing `socket.socket` breaks `import asyncio`, and because a hook can't be got round.
"""

import sys

FORBIDDEN = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendmsg",
        "socket.sendto",
    }
)
WITHIN_THE_MACHINE = 1  # AF_UNIX: the event loop talks to itself through it


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise PermissionError where something is about to leave the machine."""
    if event in FORBIDDEN and getattr(arguments[0], "family", None) != WITHIN_THE_MACHINE:
        raise PermissionError(f"the tests may not use the network: {event} {arguments[1:]}")


sys.addaudithook(refuse_network)
