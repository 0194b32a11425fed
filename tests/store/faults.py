"""Faults put where they really strike: at one system call of the store, in its own words."""

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from store import files

CALLS = frozenset(
    {"open", "read", "fstat", "fchmod", "write", "fsync", "close", "replace", "unlink", "mkdir", "chmod", "listdir"}
    | {"ftruncate"}
)
"""Every system call that `store.files` makes by name."""

ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS")
FAULTS = (*ERRORS, "EINTR", "short write", "die before", "die after")
DIED = 77
"""The exit status of a process that a fault ended."""


class Faulty:
    """Stands in for `os` in `store.files`, counts its calls, and lets one of them go wrong."""

    def __init__(self, at: int | None = None, fault: str = "") -> None:
        self.at = at
        self.fault = fault
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if name in CALLS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            return self._faulty(name, real, *arguments) if len(self.calls) - 1 == self.at else real(*arguments)

        return call

    def _faulty(self, name: str, real: Callable[..., Any], *arguments: Any) -> Any:
        if self.fault == "die before":
            os._exit(DIED)
        if self.fault == "die after":
            real(*arguments)
            os._exit(DIED)
        if self.fault == "short write":
            return real(arguments[0], arguments[1][: len(arguments[1]) // 2]) if name == "write" else real(*arguments)
        if name == "close":  # the descriptor is gone all the same, as on Linux
            real(*arguments)
        number = getattr(errno, self.fault)
        raise OSError(number, os.strerror(number))


def calls_of(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the system calls that a piece of work makes."""
    with monkeypatch.context() as counting:
        faulty = Faulty()
        counting.setattr(files, "os", faulty)
        work()
    return faulty.calls
