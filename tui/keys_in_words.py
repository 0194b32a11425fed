"""What the keys do that no footer names by themselves: moving about, rating, typing; for the help and the manual.

Their bindings say nothing, since a footer shows several of them as one: ``1–5 rate``.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

BY_ID = {
    "choice.clear": "take the choice back",
    "choice.left": "choose the one before",
    "choice.right": "choose the next",
    "closer.clear": "rub out",
    "closer.colon": "go on typing a figure",
    "closer.comma": "go on typing a figure",
    "closer.edit": "answer",
    "closer.left": "answer before",
    "closer.next": "next question",
    "closer.point": "go on typing a figure",
    "closer.previous": "question before",
    "closer.put_down": "leave what is being typed",
    "closer.right": "next answer",
    "dialog.cancel": "close without a choice, or stop",
    "dialog.no": "no",
    "dialog.yes": "yes",
    "form.cancel": "to the last line; from there, leave the form",
    "form.down": "field below",
    "form.editor": "write in your own editor",
    "form.next": "next field; save from the last",
    "form.save": "save",
    "form.up": "field above",
    "note.editor": "write in your own editor",
    "note.keep": "keep and close",
    "reality.clear": "rub out",
    "reality.colon": "go on typing a figure",
    "reality.comma": "go on typing a figure",
    "reality.left": "answer to the left",
    "reality.lower": "one less",
    "reality.next_field": "next answer",
    "reality.point": "go on typing a figure",
    "reality.previous_field": "answer before",
    "reality.put_down": "leave what is being typed",
    "reality.raise": "one more",
    "reality.rate_unknown": "unknown",
    "reality.right": "answer to the right",
    "reality.unknown": "unknown",
    "rows.choose": "choose, or open",
    "rows.down": "down",
    "rows.first": "to the first",
    "rows.last": "to the last",
    "rows.page_down": "page down",
    "rows.page_up": "page up",
    "rows.up": "up",
    "scale.clear": "take the rating back",
    "scale.left": "left side",
    "scale.lower": "one less",
    "scale.raise": "one more",
    "scale.right": "right side",
    "scale.unknown": "unknown",
    "text.undo": "undo in this field",
}
"""Words by id."""

NUMBERED = {
    "choice.pick": "choose by its number",
    "closer.answer": "answer by its number, or type a figure",
    "closer.digit": "answer by its number, or type a figure",
    "dialog.pick": "choose by its number",
    "reality.digit": "type a figure, or rate",
    "reality.rate": "type a figure, or rate",
    "scale.rate": "rate",
}
"""Words by id without the number at its end."""

AROUND = {"app.focus_next": "to the next part", "app.focus_previous": "to the part before"}
"""Words by action, for what Textual binds, where a screen has several parts."""


FRENCH = "&é\"'(-è_çà"
"""What stands on the digits of a French keyboard."""


def does(binding: Binding) -> str:
    """Say what a key does, in the binding's own words or in those above; empty where there are none."""
    id_ = binding.id or ""
    return binding.description or BY_ID.get(id_) or NUMBERED.get(id_.rpartition("_")[0], "")


def written(keys: Sequence[str]) -> str:
    """Write keys for one thing beside each other: digits as a range, and then not what a French keyboard has there."""
    numbers = sorted({int(key) for key in keys if key.isdecimal()})
    others = [key for key in dict.fromkeys(keys) if not key.isdecimal() and not (numbers and key in FRENCH)]
    return " ".join([*_ranges(numbers), *others])


def _ranges(numbers: Sequence[int]) -> list[str]:
    """Write 1, 2, 3 and 5 as ``1–3`` and ``5``."""
    starts = [each for each in numbers if each - 1 not in numbers]
    ends = [each for each in numbers if each + 1 not in numbers]
    return [str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True)]
