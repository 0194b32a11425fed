"""Telling what is wrong with the data folder, wherever an action meets it, instead of closing the app."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.app import App
from textual.dom import DOMNode

from store.problems import NotConfirmed, StoreProblem
from tui import words

Node = TypeVar("Node", bound=DOMNode)
Given = ParamSpec("Given")

LONG_ENOUGH = 15
"""Seconds a problem stays on screen: its sentence says how to mend it, and wants to be read."""


def tell(node: DOMNode, problem: StoreProblem) -> None:
    """Show a problem for long enough to read it."""
    node.app.notify(str(problem), severity="error", timeout=LONG_ENOUGH, markup=False)


def tells_problems(
    action: Callable[Concatenate[Node, Given], Awaitable[None]],
) -> Callable[Concatenate[Node, Given], Coroutine[Any, Any, None]]:
    """Let an action end with the sentence of the problem it meets; what it was doing is left as it stands."""

    @functools.wraps(action)
    async def telling(node: Node, /, *args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            await action(node, *args, **kwargs)
        except StoreProblem as problem:
            tell(node, problem)

    return telling


async def wants_it_again(app: App[Any], problem: NotConfirmed) -> bool:
    """Ask whether to save again what is written but not confirmed by the disk."""
    from tui.widgets.dialogs import ConfirmDialog

    dialog = ConfirmDialog(words.NOT_CONFIRMED, str(problem), yes=words.SAVE_AGAIN, no=words.LEAVE_UNCONFIRMED)
    answer = await app.push_screen_wait(dialog)
    return bool(answer)
