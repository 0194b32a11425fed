"""How far a long export is, on standard error of a terminal only."""

import io
import itertools
from collections.abc import Iterator

import pytest

from tui import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard error; no fixture, whose work pytest's own capturing would undo."""
    out = Terminal()
    monkeypatch.setattr("sys.stderr", out)
    return out


def seconds(step: float) -> Iterator[float]:
    return itertools.count(0, step)


def left_standing(written: str) -> list[str]:
    """What a terminal shows in the end, line by line, when each carriage return writes over the line."""
    rows = []
    for row in written.split("\n"):
        shown = ""
        for part in row.split("\r"):
            shown = part + shown[len(part) :]
        rows.append(shown.rstrip())
    return rows


def test_short_work_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    out = terminal(monkeypatch)
    ticks = seconds(0.001)
    assert list(progress.told("abc", 3, lambda: next(ticks))) == ["a", "b", "c"]
    assert out.getvalue() == ""


def test_long_work_says_how_far_it_is_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    out = terminal(monkeypatch)
    ticks = seconds(0.2)
    assert "".join(progress.told("abcdef", 6, lambda: next(ticks))) == "abcdef"
    assert "5 of 6 sessions" in out.getvalue()
    assert left_standing(out.getvalue()) == [""]


def test_what_is_no_terminal_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stderr", out)
    ticks = seconds(10)
    assert list(progress.told("ab", 2, lambda: next(ticks))) == ["a", "b"]
    assert out.getvalue() == ""


def interrupted() -> Iterator[str]:
    yield "a"
    yield "b"
    raise KeyboardInterrupt


def test_stopping_it_says_that_nothing_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    out = terminal(monkeypatch)
    ticks = seconds(1)
    with pytest.raises(KeyboardInterrupt):
        list(progress.told(interrupted(), 9, lambda: next(ticks)))
    assert "2 of 9 sessions" in out.getvalue()
    assert left_standing(out.getvalue()) == ["obsess-review: Stopped. Nothing was written.", ""]
