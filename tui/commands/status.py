"""status: what is due, in one line for a shell prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click
from click.exceptions import Exit

from review import cadence
from review import month as months
from review import text as texts
from review.cadence import Standing, State
from review.month import Month
from tui.command_line import Command
from tui.failures import FAILED
from tui.printing import say, say_json
from tui.where import Where

if TYPE_CHECKING:
    from review.records import Draft

LOST = "No review can be read"
EXIT_CODES = {State.AHEAD: 0, State.DUE: 10, State.LATE: 11}


class DraftAt(NamedTuple):
    """A review left unfinished: its month, and the step it stands at, counted from 1."""

    month: Month
    step: str
    step_number: int
    steps: int
    amends: bool


@click.command("status", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--exit-code", is_flag=True, help="End with 0 when nothing is due, 10 when a review is due, 11 when late."
)
@click.pass_obj
def command(where: Where, *, as_json: bool, exit_code: bool) -> None:
    """Say in one line what is due."""
    finished = where.months()
    is_lost = not finished and where.is_lost
    standing = cadence.standing(finished, where.clock.today(), where.settings.review_day)
    draft = where.library.draft()
    at = None if draft is None else _at(where, draft)
    if as_json:
        say_json(_facts(where, finished, standing, at))
    else:
        say(LOST if is_lost else _line(finished, standing, at))
    if is_lost:
        raise Exit(FAILED)
    if exit_code:
        raise Exit(EXIT_CODES[standing.state])


def _at(where: Where, draft: Draft) -> DraftAt:
    from review.ritual import sitting, steps

    resumed = sitting.resume(where.history(), draft, where.clock.today())
    names = steps.of(resumed)
    at = steps.position(resumed, draft.place.step)
    return DraftAt(draft.month, names[at].title, at + 1, len(names), draft.amends)


def _line(finished: tuple[Month, ...], standing: Standing, draft: DraftAt | None) -> str:
    due = _due(standing) if finished or draft else "No review yet. Begin one with: obsess-review begin"
    return f"{due}; {_left(draft)}" if draft else due


def _due(standing: Standing) -> str:
    month, day = months.title(standing.month), f"{standing.due_on.day} {months.name(months.of(standing.due_on))}"
    if standing.state is State.LATE:
        return f"{month} is late: its review was due on {day}"
    if standing.state is State.AHEAD:
        return f"{month} is due in {texts.plural(standing.days, 'day')}, on {day}"
    return f"{month} is due today" if standing.days == 0 else f"{month} is due since {day}"


def _left(draft: DraftAt) -> str:
    what = "correction" if draft.amends else "draft"
    return f"{what} of {months.title(draft.month)} at step {draft.step_number}, {draft.step}"


def _facts(where: Where, finished: tuple[Month, ...], standing: Standing, draft: DraftAt | None) -> dict[str, object]:
    return {
        "today": where.clock.today(),
        "month": standing.month,
        "state": standing.state,
        "due_on": standing.due_on,
        "days_until_due": standing.days,
        "last_finished": finished[-1] if finished else None,
        "sessions": len(finished),
        "streak_months": cadence.streak(finished, where.clock.today()),
        "draft": draft._asdict() if draft else None,
    }
