"""Records a month's review on the made-up history, as an animated SVG: ``python docs/recording.py``.

What is seen is the app itself, played key by key. Where a key no longer leads to the words that should stand there, it
stops and shows what does.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

import drawing
from drawing import Moment
from playing import Player, playing

FILE = Path(__file__).parent / "pictures" / "session.svg"
SIZE = (100, 30)
TITLE = "A month's review, from home to what changed"
QUICK, KEY, LOOK, READ = 0.1, 0.35, 1.0, 2.2
"""Seconds that a screen stands: while words are typed, after a key, to take it in, to read it."""


class Scene(NamedTuple):
    """Keys pressed one after the other, the seconds after each, and how long the last screen stands.

    `shows` are words that must stand there in the end.
    """

    keys: tuple[str, ...]
    shows: str
    stands: float = LOOK
    each: float = KEY


SCENES = (
    Scene((), "Begin the November review", READ),
    Scene(("enter",), "What did you say you would do?", READ),
    Scene(("2", "1", "2", "1", "7"), "5 of 5 answered"),
    Scene(("ctrl+n",), "Who can't you stop thinking about?"),
    Scene(("a",), "Who is it?", KEY),
    Scene(tuple("Larch Pumps"), "Larch Pumps", KEY, QUICK),
    Scene(("enter", *"Ene", "down", "enter"), "You hope for", KEY, QUICK),
    Scene((*"the pump audit", "enter", "enter"), "Larch Pumps is on the list", LOOK, QUICK),
    Scene(("escape",), "Energy", LOOK),
    Scene(("ctrl+n",), "Who wants this more, you or they?", READ),
    Scene(("5",), "Acme Robotics", LOOK),
    Scene(("2",), "one-way street", LOOK),
    Scene(("4", "1", "3", "3", "4", "3", "2", "4"), "they lead", LOOK),
    Scene(("4", "3"), "Larch Pumps", READ),
    Scene(("ctrl+n",), "What is it costing, and is it real?", LOOK),
    Scene(("1", "1", "enter", "4"), "7 over 4", LOOK),
    Scene(("5", "enter", "4", "4", "enter", "2", "6", "enter", "1"), "held 6", KEY),
    Scene(("2", "enter", "2", "3", "enter", "3"), "baskets", READ),
    Scene(("enter",), "Is it real?", READ),
    Scene(("d",), "Part ways", LOOK),
    Scene(("5", "6"), "it cost too much of me", LOOK),
    Scene(("enter",), "Part ways: say so, kindly", READ),
    Scene(("ctrl+n",), "Where have you not been looking?", LOOK),
    Scene(("3", "5", "4", "3", "3", "3", "3", "2", "4", "1"), "neglected", READ),
    Scene(("ctrl+n",), "What will you learn?", LOOK),
    Scene(("right",), "5 of 10", LOOK),
    Scene(("ctrl+n",), "What will you do, and what will you stop doing?", READ),
    Scene(("space", "down", "space"), "2 of 3", READ),
    Scene(("ctrl+f",), "November 2026 is done.", 2 * READ),
    Scene(("enter", "t"), "Who stayed in your head", 2 * READ),
)


async def recorded() -> list[Moment]:
    """Play the scenes, and give what stood on the screen."""
    moments: list[Moment] = []
    async with playing(SIZE) as player:
        for scene in SCENES:
            moments += await _played(player, scene)
    return moments


async def _played(player: Player, scene: Scene) -> list[Moment]:
    moments = []
    for key in scene.keys:
        await player.press(key)
        moments.append(Moment(drawing.seen(player.app), scene.each))
    player.expect(scene.shows)
    return [*moments[:-1], Moment(drawing.seen(player.app), scene.stands)]


def _joined(moments: list[Moment]) -> list[Moment]:
    """Let a screen that did not change stand for longer."""
    joined: list[Moment] = []
    for moment in moments:
        if joined and joined[-1].screen == moment.screen:
            joined[-1] = Moment(moment.screen, joined[-1].seconds + moment.seconds)
        else:
            joined.append(moment)
    return joined


if __name__ == "__main__":
    FILE.write_text(drawing.film(_joined(asyncio.run(recorded())), TITLE), encoding="utf-8")
