"""How a question and the facts beside it are set on a page: alike on every step."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from review.problem import Problem
from review.ritual.step import Step
from tui.safe_text import cells
from tui.widgets import form_fields
from tui.widgets.lines import line, said


def heading(step: Step, *, question: str = "", aside: str = "") -> Content:
    """Set a step's question in bold and its hint, or another aside, quietly below it."""
    return Content("\n").join([said(question or step.question, "bold"), said(aside or step.hint, "$quiet")])


def capitalised(words: str) -> str:
    """Begin a sentence with a capital, leaving the rest as it is."""
    return words[:1].upper() + words[1:]


def facts_block(facts: Sequence[tuple[str, Content | str]]) -> list[Content]:
    """Set pairs of a bold label and what is known, the values in one column."""
    width = max((cells(label) for label, _ in facts), default=0)
    return [
        line((label, "bold"), " " * (width - cells(label) + 3), value if isinstance(value, Content) else said(value))
        for label, value in facts
    ]


def for_field(read: object) -> object:
    """Hand a reading to a form: a problem of the domain becomes one that the form shows under its field."""
    return form_fields.Problem(read.text) if isinstance(read, Problem) else read
