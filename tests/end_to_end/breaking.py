"""The real command with a fault put where people's words pass: run with the command's arguments."""

from typing import NoReturn

from review.ritual import urgency
from tui.__main__ import main


def break_down(sitting: object, prospect: str, *more: object) -> NoReturn:
    words = "Acme Robotics, a secret that stands in a local variable"
    raise RuntimeError(f"{words}: {sitting} {prospect} {more}")


urgency.rate = break_down  # type: ignore[assignment]
urgency.nothing_moved = break_down
main()
