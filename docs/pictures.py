"""Makes the pictures of the README and the guide from the made-up history: ``python docs/pictures.py [NAME…]``."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import drawing
from playing import Player, playing

HERE = Path(__file__).parent / "pictures"
RATINGS = ("5", "2", "4", "1", "3", "3", "4", "3", "2", "4")
COSTS = ("1", "1", "enter", "4", "5", "enter", "4", "4", "enter", "2", "6", "enter", "1", "2", "enter", "2")
SEGMENT_RATINGS = ("3", "5", "4", "3", "3", "3", "3", "2", "4", "1", "3", "3")
TO_URGENCY = ("enter", "ctrl+n", "ctrl+n", *RATINGS)
TO_REALITY = (*TO_URGENCY, "ctrl+n", *COSTS)

PICTURES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "home": ("Home", "What October showed", ()),
    "urgency": ("The urgency step", "Who wants this more", TO_URGENCY),
    "reality": ("The reality step", "What is it costing", TO_REALITY),
    "segments": ("The segments step", "Where have you not been", (*TO_REALITY, "ctrl+n", *SEGMENT_RATINGS)),
    "trends": ("Trends", "Who stayed in your head", ("t",)),
    "summary": ("A month's summary", "October 2026, summary", ("p", "enter")),
}
"""What each picture is called, words that stand on it, and the keys that lead there from home."""


async def make(names: list[str]) -> None:
    """Write these pictures."""
    HERE.mkdir(exist_ok=True)
    for name in names:
        title, words, keys = PICTURES[name]
        async with playing((120, 40)) as player:
            await pressed(player, keys)
            player.expect(words)
            seen = drawing.seen(player.app)
        (HERE / f"{name}.svg").write_text(drawing.picture(seen, title), encoding="utf-8")  # once nothing broke


async def pressed(player: Player, keys: tuple[str, ...]) -> None:
    """Press keys one after the other."""
    for key in keys:
        await player.press(key)


if __name__ == "__main__":
    asyncio.run(make(sys.argv[1:] or list(PICTURES)))
