"""show: one finished session, or one prospect's story, for people or for programs."""

from __future__ import annotations

import click

from review import text as texts
from review.history import History
from review.records import Id
from tui.command_line import Command
from tui.failures import Failed
from tui.month_argument import read_session
from tui.plain_text import rendered
from tui.printing import say, say_json, width
from tui.where import Where


@click.command("show", cls=Command)
@click.argument("month", required=False)
@click.option("--prospect", "name", metavar="NAME", help="A prospect's story instead, month by month.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every answer given.")
@click.pass_obj
def command(where: Where, month: str | None, name: str | None, *, as_json: bool) -> None:
    """Print one session.

    MONTH is 2026-11, last, this, or a month's name. With --prospect it is a prospect's story that is printed.
    """
    if month is None and name is None:
        raise _misused("MONTH is missing. Name one, or a prospect with --prospect.")
    if month is not None and name is not None:
        raise _misused("MONTH and --prospect don't go together: choose one.")
    if month is not None:
        _session(where, month, as_json=as_json)
    elif name is not None:
        _story(where, name, as_json=as_json)


def _misused(sentence: str) -> click.UsageError:
    return click.UsageError(sentence, click.get_current_context())


def _session(where: Where, month: str, *, as_json: bool) -> None:
    from review.summary import facts, summary

    history = where.history()
    session = read_session(month, where.clock.today(), history)
    if as_json:
        say_json(facts.of_session(history, session))
    else:
        say(rendered(summary.of_session(history, session, where.settings.currency), width()))


def _story(where: Where, name: str, *, as_json: bool) -> None:
    from review.prospect_story import story
    from review.summary import story_facts
    from review.summary.document import Document, Heading, Paragraph
    from tui.story.telling import opening, told

    history = where.history()
    found = story(history, _named(history, name))
    if found is None:
        raise Failed(f"{name} was never on your list.")
    if as_json:
        say_json(story_facts.of_story(found))
        return
    above = (Heading(1, found.name), Paragraph("\n".join(opening(found))))
    say(rendered(Document((), (*above, *told(found, where.settings.currency))), width()))


def _named(history: History, name: str) -> Id:
    """Find the prospect of a name, or of its beginning where only one begins so; raises Failed where there is none."""
    labels = {id_: texts.fold(each.name) for id_, each in history.prospects.items()}
    wanted = texts.fold(name)
    same = {history.prospect(id_).id for id_, label in labels.items() if label == wanted}
    like = {history.prospect(id_).id for id_, label in labels.items() if wanted and label.startswith(wanted)}
    for found in (same, like):
        if len(found) == 1:
            return found.pop()
    if not like:
        raise Failed(f"No prospect is called {name}. Names stand in every session: obsess-review show last")
    names = texts.joined(sorted(history.prospect(id_).name for id_ in like))
    raise Failed(f"{name} can be {names}. Write the whole name.")
