"""What is measured: the rows of the table, how each is timed beside its floor, and what it should reach."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.installed import TODAY, Folders, Installed
from tests.benchmarks.window import Window

COLUMNS, LINES = 120, 24
FEW_LINES = 10
"""Lines of a window in which home scrolls even where there is next to nothing to say."""

KEYS_A_PAIR = 4
"""Rating keys in a row, of ours and of the floor each."""

STEPS = ("Obsessions", "Urgency", "Reality", "Segments", "Learning", "Commit")
"""Those that a step key leads to from Look back, by what their page asks."""

QUESTIONS = {
    "Obsessions": "Who can",
    "Urgency": "Who wants this more",
    "Reality": "What is it costing",
    "Segments": "Where have you not been looking",
    "Learning": "What will you learn",
    "Commit": "What will you do",
}
VIEWS = "2345678"
"""The keys of the trend views after the first."""

BETWEEN_KEYS = 0.05
"""Seconds between two keys: closer ones are taken for a paste."""

GLANCE = 0.0001
"""Seconds between two looks at a file."""


class Figures(NamedTuple):
    """What one row measured, ours and its floor: seconds, or bytes of memory."""

    ours: list[float]
    floor: list[float]


class Reach(NamedTuple):
    """What a row should reach: ratios of medians to the floor at 24 and at 600 sessions, and bounds in milliseconds.

    `growth` bounds the ratio at 600 sessions by that at 24.
    """

    at_24: float | None = None
    at_600: float | None = None
    most_at_24: float | None = None
    most_at_600: float | None = None
    p95: float | None = None
    growth: float | None = None


class Row(NamedTuple):
    """A row of the table."""

    what: str
    floor: str
    reach: Reach


ROWS: Mapping[str, Row] = {
    "paint": Row("first paint of home", "bare Textual's", Reach(1.25, 1.25)),
    "ready": Row("home complete, a key answered", "bare Textual's", Reach(1.5, 1.6)),
    "leave": Row("leaving home", "bare Textual's", Reach(1.2, 1.2)),
    "memory-home": Row("peak memory of home", "bare Textual's", Reach(1.5, 1.9)),
    "key": Row("a rating key to the changed screen, saved", "bare Textual's key", Reach(1.5, 1.5, p95=16)),
    "memory-ritual": Row("peak memory of the ritual", "bare Textual's", Reach(1.5, 1.9)),
    "step": Row("next step, fully drawn", "a screen with one line-drawn widget", Reach(2, 2)),
    "save": Row("saving an answer", "the same bytes, forced to disk", Reach(3, growth=1.2)),
    "finish": Row("finishing a session", "the whole history, forced to disk", Reach(9, 12, most_at_600=150)),
    "status": Row("`status`", "`python -c pass`", Reach(6, 7)),
    "export": Row("`export` of one month", "`python -c pass`", Reach(9, 11)),
    "trends": Row("opening Trends", "none", Reach(most_at_24=400, most_at_600=400)),
    "view": Row("another trend view", "none", Reach(most_at_24=100, most_at_600=150)),
}
"""By the names that the command line has for them. No view is drawn by a plotting library: all eight are our own."""


class Bench:
    """Times the rows for one size of history after another."""

    def __init__(self, installed: Installed, folders: Folders, pairs: int) -> None:
        self._installed = installed
        self._folders = folders
        self._pairs = pairs

    def together(self, rows: set[str]) -> list[set[str]]:
        """Give these rows in the groups that one timing measures together."""
        return [rows & set(names) for names in self._timings() if rows & set(names)]

    def measure(self, rows: set[str], sessions: int) -> dict[str, Figures]:
        """Measure the rows of one group."""
        timing = next(timing for names, timing in self._timings().items() if rows & set(names))
        return {name: figures for name, figures in timing(sessions).items() if name in rows}

    def _timings(self) -> Mapping[tuple[str, ...], Callable[[int], dict[str, Figures]]]:
        return {
            ("paint", "ready", "leave", "memory-home"): self._home,
            ("key", "memory-ritual"): self._rating,
            ("step",): self._steps,
            ("save",): lambda sessions: {"save": self._saving("answer", sessions)},
            ("finish",): lambda sessions: {"finish": self._saving("finish", sessions)},
            ("status",): lambda sessions: {"status": self._printing("status", sessions)},
            ("export",): lambda sessions: {"export": self._printing("export", sessions)} if sessions else {},
            ("trends", "view"): self._trends,
        }

    # -- home ----------------------------------------------------------------------------------------------------------

    def _home(self, sessions: int) -> dict[str, Figures]:
        folder = self._folders.finished(sessions)
        words = "promises kept" if sessions else "Once a month"
        ours: list[tuple[float, ...]] = []
        floor: list[tuple[float, ...]] = []
        lines = LINES if sessions else FEW_LINES
        for _ in range(self._pairs):
            ours.append(self._opened(self._window(lines, "--data", folder), words))
            floor.append(self._opened(self._bare(lines), "no key yet"))
        names = ("paint", "ready", "leave", "memory-home")
        return {
            name: Figures([each[at] for each in ours], [each[at] for each in floor]) for at, name in enumerate(names)
        }

    @staticmethod
    def _opened(window: Window, words: str) -> tuple[float, float, float, float]:
        """Time one start to the first frame, to the last of it with a key answered, leaving, and weigh it."""
        with window:
            painted = window.changed(0) - window.started
            window.shown(words)
            complete = window.complete() - window.started
            at = len(window.raw)
            pressed = window.press("j")
            answered = window.changed(at) - pressed
            window.complete()
            memory = float(window.peak_memory())
            left = window.press("q")
            return painted, complete + answered, window.ended() - left, memory

    # -- the ritual ----------------------------------------------------------------------------------------------------

    def _rating(self, sessions: int) -> dict[str, Figures]:
        """Rate in one window and type in a bare one, in turns."""
        folder = self._folders.at_step(sessions, "urgency")
        keys, memory = Figures([], []), Figures([], [])
        with self._ritual(folder) as ours, self._bare(LINES) as floor:
            ours.shown(QUESTIONS["Urgency"])
            ours.complete()
            floor.complete()
            draft = Draft(folder)
            for at in range(self._pairs * KEYS_A_PAIR):
                keys.ours.append(draft.saved_after(ours, "345"[at % 3]))
                keys.floor.append(_answered(floor, "345"[at % 3]))
            memory.ours.append(ours.peak_memory())
            memory.floor.append(floor.peak_memory())
        return {"key": keys, "memory-ritual": memory}

    def _steps(self, sessions: int) -> dict[str, Figures]:
        """Go through all the steps for the first time, and to as many bare screens."""
        figures, folder = Figures([], []), self._folders.at_step(sessions, "look_back")
        draft = Draft(folder)
        for _ in range(max(1, self._pairs // 4)):
            draft.put_back()
            with self._ritual(folder) as ours, self._bare(LINES) as floor:
                ours.shown("step 1 of")
                ours.complete()
                floor.complete()
                for at, step in enumerate(STEPS if sessions else STEPS[1:], 1):
                    figures.ours.append(_drawn(ours, "\x0e", QUESTIONS[step]))
                    figures.floor.append(_drawn(floor, "n", f"screen {at}, line"))
        return {"step": figures}

    # -- without a window ----------------------------------------------------------------------------------------------

    def _saving(self, what: str, sessions: int) -> Figures:
        folder = self._folders.at_step(sessions, "urgency" if what == "answer" else "commit")
        told = self._installed.run(*self._installed.script("saving.py"), what, folder, str(self._pairs))
        timed = json.loads(told)
        return Figures([ours for ours, _ in timed], [floor for _, floor in timed])

    def _printing(self, name: str, sessions: int) -> Figures:
        folder = self._folders.finished(sessions)
        figures = Figures([], [])
        for _ in range(self._pairs):
            figures.ours.append(_ended(self._window(LINES, "--data", folder, name)))
            figures.floor.append(_ended(self._python("-c", "pass")))
        return figures

    # -- trends --------------------------------------------------------------------------------------------------------

    def _trends(self, sessions: int) -> dict[str, Figures]:
        opening, views = Figures([], []), Figures([], [])
        if not sessions:
            return {}
        for _ in range(max(1, self._pairs // 3)):
            with self._window(LINES, "--data", self._folders.finished(sessions)) as window:
                window.shown("promises kept")
                window.complete()
                opening.ours.append(_drawn(window, "t", "Trends"))
                views.ours.extend(_drawn(window, key, "") for key in VIEWS)
        return {"trends": opening, "view": views}

    # -- windows -------------------------------------------------------------------------------------------------------

    def _window(self, lines: int, *arguments: str) -> Window:
        return Window([self._installed.command, *arguments], self._installed.environment, COLUMNS, lines)

    def _ritual(self, folder: str) -> Window:
        return self._window(LINES, "--data", folder, "begin", TODAY[:7])

    def _bare(self, lines: int) -> Window:
        return Window(self._installed.script("bare.py"), self._installed.environment, COLUMNS, lines)

    def _python(self, *arguments: str) -> Window:
        return Window([self._installed.python, *arguments], self._installed.environment, COLUMNS, LINES)


class Draft:
    """The file of the session in progress, watched for being replaced."""

    def __init__(self, folder: str) -> None:
        self._path = Path(folder) / "draft.json"
        self._content = self._path.read_bytes()

    def put_back(self) -> None:
        """Make it as it was at first."""
        self._path.write_bytes(self._content)

    def saved_after(self, window: Window, key: str) -> float:
        """Press a key; the seconds until the screen has changed and the file is another."""
        time.sleep(BETWEEN_KEYS)
        before, at = self._path.stat().st_ino, len(window.raw)
        pressed = window.press(key)
        moment = window.changed(at)
        while self._path.stat().st_ino == before:
            time.sleep(GLANCE)  # looking without a pause holds up what is looked for
            moment = window.waited_since(pressed, "did not save")
        window.complete(BETWEEN_KEYS)
        return moment - pressed


def _answered(window: Window, key: str) -> float:
    """Press a key; the seconds until the screen has changed."""
    time.sleep(BETWEEN_KEYS)
    at = len(window.raw)
    pressed = window.press(key)
    moment = window.changed(at)
    window.complete(BETWEEN_KEYS)
    return moment - pressed


def _drawn(window: Window, key: str, words: str) -> float:
    """Press a key; the seconds until these words stand there and nothing more comes."""
    time.sleep(BETWEEN_KEYS)
    at = len(window.raw)
    pressed = window.press(key)
    if words:
        window.shown(words, at)
    else:
        window.changed(at)
    return window.complete() - pressed


def _ended(window: Window) -> float:
    """Give the seconds until a command has ended."""
    with window:
        return window.ended() - window.started
