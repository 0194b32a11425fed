"""The page of Commit: what to promise, two questions to yourself, what the session found, and finishing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from review import compare, letting_go, scales
from review import month as months
from review.findings.lines import Line, grouped
from review.findings.rules import findings
from review.letting_go import LettingGo
from review.problem import Problem
from review.records import MOST_COMMITMENTS, Answers, Draft, Place, Rating
from review.ritual import commit
from review.ritual.commit import Proposal
from review.ritual.finish import can_finish
from review.ritual.sitting import Sitting
from tui.ritual import changes, commit_rows, promise_form
from tui.ritual.finish_line import FinishLine
from tui.ritual.linked_rows import LinkedRows
from tui.ritual.page import Means, Page, Reopen
from tui.ritual.questions import Question, heading, why
from tui.summary.leaf import Leaf
from tui.widgets.column import ScrollingColumn
from tui.widgets.form_fields import TextField
from tui.widgets.halves import LEFT, Halves
from tui.widgets.key_bar import Hint
from tui.widgets.lines import said, wrapped
from tui.widgets.panel import PanelBox
from tui.widgets.rows import Rows

MIDDLE = 3
"""Where raising and lowering begin without a rating."""

TWO_COLUMNS = 84
"""Cells of the page from which on what was found stands at the left of what is asked."""
AIRY = 28
"""Lines of the page from which on there are blank ones between boxes."""

WILL, YOU, FOUND = "will", "you", "found"
ORDER = (WILL, YOU, FOUND)
"""The lists in the order of the cursor."""


class CommitPage(Page):
    """What will you do, and what will you stop doing?"""

    STEP = commit.STEP
    DEFAULT_CSS = """
    CommitPage {
        & #boxes { height: 1fr; scrollbar-size-vertical: 1; }
        & PanelBox { padding: 0 1; margin-bottom: 1; }
        & .told { display: none; padding: 0 3; }
        & FinishLine { margin-top: 1; }

        &.-low PanelBox { margin-bottom: 0; }
        &.-low FinishLine { margin-top: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "choose", id="commit.pick"),
        Binding("a", "add", "your own words", id="commit.add"),
        Binding("e", "edit", "words and day", id="commit.edit"),
        Binding("delete,backspace", "clear", "take off", id="commit.clear"),
        Binding("1,ampersand", "rate(1)", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.rate_1"),
        Binding("2,é", "rate(2)", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.rate_2"),
        Binding("3,quotation_mark", "rate(3)", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.rate_3"),
        Binding("4,apostrophe", "rate(4)", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.rate_4"),
        Binding("5,left_parenthesis", "rate(5)", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.rate_5"),
        Binding("0,à", "rate('unknown')", "fear 1 to conviction 5, 0 unknown", show=False, id="commit.unknown"),
        Binding("plus,equals_sign,right,l", "shift(1)", "towards conviction", show=False, id="commit.raise"),
        Binding("minus,left,h", "shift(-1)", "towards fear", show=False, id="commit.lower"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._lists = {name: LinkedRows(self._passed, id=name) for name in ORDER}
        self._proposals: Mapping[str, Proposal] = {}
        self._found: Sequence[Line] = ()
        self._read: Answers | None = None
        self._opened: frozenset[str] = frozenset()
        self._everything = False

    def compose(self) -> ComposeResult:
        """Lay out the question, the boxes, and the way to finish."""
        yield Question(heading(self.STEP))
        with ScrollingColumn(id="boxes", can_focus=False):
            yield from why(self.STEP, self.sitting)
            yield PanelBox(self._lists[WILL], title="I will", id="will-box")
            yield Halves(
                PanelBox(self._lists[YOU], title="And you"),
                PanelBox(self._lists[FOUND], title="What this session found", classes=LEFT),
                PanelBox(Leaf(), id="changed", classes=f"told {LEFT}"),
                PanelBox(Leaf(), title="What letting go cost you", id="letting-go", classes="told"),
                two_from=TWO_COLUMNS,
            )
        yield FinishLine(self._finish_words(), id="finish")

    def on_mount(self) -> None:
        """Start on the first promise that could be made."""
        self._fit()
        self.begin_on(self._lists[WILL])
        self.show(self.sitting)

    def on_resize(self) -> None:
        """Set the boxes, and what is in them, close where there is little room."""
        self._fit()
        self._show_own()
        self.call_after_refresh(self._keep_in_view)

    def _fit(self) -> None:
        self.set_class(self._low, "-low")

    @property
    def _low(self) -> bool:
        return self.is_lower_than(AIRY)

    def show(self, sitting: Sitting) -> None:
        """Show what could be promised and the answers; what was found is read again where it may have changed."""
        super().show(sitting)
        self._proposals = commit_rows.keyed(commit.proposals(sitting))
        answers = sitting.answers
        self._lists[WILL].set_rows(commit_rows.promise_rows(self._proposals, sitting.today))
        self._show_own()
        self._show_count()
        missing = can_finish(sitting.draft, sitting.past)
        self.query_one(FinishLine).show(
            self._finish_words(), round(sitting.draft.seconds / 60), missing.text if missing else ""
        )
        if self._read != _matters(answers):
            self._read = _matters(answers)
            self.call_after_refresh(self._look)

    def take_place(self, place: Place) -> None:
        """Put the cursor back on its row."""
        name = place.field if place.field in ORDER else WILL
        if place.about:
            self._lists[name].go_to(place.about)
        self.screen.set_focus(self._lists[name], scroll_visible=False)
        self.call_after_refresh(self._keep_in_view)

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the box at hand, and how to finish."""
        listed = (
            Hint("Space", "choose", "space", 9),
            Hint("a", "add", "a", 7),
            Hint("e Enter", "words and day", "e", 6),
        )
        here = {
            WILL: listed if self._proposal() else (Hint("a Enter", "add", "enter", 9),),
            YOU: (
                Hint("1–5", "rate", None, 9),
                Hint("0", "unknown", "0", 6),
                Hint("Enter", "write the line", "enter", 7),
            ),
            FOUND: (Hint("Enter", "what it rests on", "enter", 7), Hint("a", "add", "a", 4)),
        }
        return (
            Hint("↑↓", "move", None, 4),
            *here[self._here()],
            Hint("s", "summary", "s", 7),
            *(() if can_finish(self.sitting.draft, self.sitting.past) else (Hint("^F", "finish", "ctrl+f", 9),)),
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of this page."""
        return {
            "own": lambda _, __: self.in_worker(self._add()),
            "promise": lambda about, _: self.in_worker(self._edit(about or "")),
            "line": lambda _, __: self.in_worker(self._write_line()),
        }

    # -- what stands there ---------------------------------------------------------------------------------------------

    def _finish_words(self) -> str:
        name = months.name(self.sitting.month)
        return f"Finish the correction of {name}" if self.sitting.draft.amends else f"Finish {name}"

    def _show_own(self) -> None:
        answers = self.sitting.answers
        rows = commit_rows.own_rows(answers.conviction, answers.line, answers.scale, low=self._low)
        self._lists[YOU].set_rows(rows)

    def _show_count(self) -> None:
        count = len(self.sitting.answers.commitments)
        title = f"I will · {count} of {MOST_COMMITMENTS}" if count else "I will"
        self.query_one("#will-box").border_title = said(title)

    def _look(self) -> None:
        """Read what the session comes to as it stands."""
        self._found = grouped(findings(self.sitting.with_this, self.sitting.month))
        self._show_found()
        self._tell()

    def _show_found(self) -> None:
        rows = commit_rows.found_rows(self._found, self._opened, everything=self._everything)
        self._lists[FOUND].set_rows(rows)

    def _tell(self) -> None:
        """Tell what letting go has come to, and what is not as it was last time."""
        freed = letting_go.summary(self.sitting.with_this)
        self.query_one("#letting-go").display = freed is not None
        if freed is not None:
            self.query_one("#letting-go Leaf", Leaf).show(partial(_freed, freed))
        compared = compare.with_previous(self.sitting.with_this, self.sitting.month)
        box = self.query_one("#changed")
        box.display = compared is not None and bool(changes.drawn(compared, TWO_COLUMNS))
        if compared is not None:
            box.border_title = said(changes.title(compared, self.sitting.month))
            self.query_one("#changed Leaf", Leaf).show(partial(changes.drawn, compared))

    # -- one cursor through everything ---------------------------------------------------------------------------------

    def _here(self) -> str:
        focused = self.screen.focused  # `has_focus` only follows with a message
        return next((name for name in ORDER if self._lists[name] is focused), WILL)

    def _passed(self, direction: int) -> None:
        at = ORDER.index(self._here()) + direction
        ahead = ORDER[at : at + 1] if at >= 0 else ()
        for name in ahead:
            if self._lists[name].current is not None:
                self._lists[name].enter(direction)
                self.at_place(self._lists[name].current, name)
        if not ahead:
            self.query_one("#boxes").scroll_relative(y=direction, animate=False)

    @on(Rows.Moved)
    def _moved(self) -> None:
        here = self._here()
        self.at_place(self._lists[here].current, here)
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Scroll the boxes to the cursor, with the edge of its box where it is on the first or the last row."""
        boxes = self.query_one("#boxes")
        region = self._lists[self._here()].cursor_region.grow((1, 0, 1, 0))
        place = region.translate(-boxes.scrollable_content_region.offset).translate(boxes.scroll_offset)
        boxes.scroll_to_region(place, animate=False, force=True)

    def on_descendant_focus(self) -> None:
        """Say what the keys do in the box that was come to."""
        self.post_message(self.HintsChanged())
        self.call_after_refresh(self._keep_in_view)

    # -- promises ------------------------------------------------------------------------------------------------------

    def _proposal(self) -> Proposal | None:
        return self._proposals.get(self._lists[WILL].current or "") if self._here() == WILL else None

    def action_pick(self) -> None:
        """Choose what the cursor is on, or take it off again; elsewhere open what it is on."""
        proposal = self._proposal()
        if proposal is not None:
            self._toggle(proposal)
        else:
            self._lists[self._here()].action_choose()

    def _toggle(self, proposal: Proposal) -> None:
        what = f"{'left out' if proposal.chosen else 'chosen'}: {proposal.text}"
        self.answer(commit.toggle(self.sitting, proposal, self.means.new_id), what)

    def action_add(self) -> None:
        """Promise something in your own words."""
        if len(self.sitting.answers.commitments) >= MOST_COMMITMENTS:
            self.answer(commit.FULL, "")
        else:
            self.in_worker(self._add())

    async def _add(self) -> None:
        given = await self.ask("own", "I will", promise_form.fields(self.sitting.today))
        if given is not None:
            words, when = given.text("words") or "", given.day("by")
            added = commit.add(
                self.sitting, self.means.new_id, words, when, always=given.text("by") == promise_form.ALWAYS
            )
            self.answer(added, f"promised: {words}")

    def action_edit(self) -> None:
        """Change the words or the day of what the cursor is on."""
        self._lists[self._here()].action_choose()

    async def _edit(self, key: str) -> None:
        proposal = self._proposals.get(key)
        if proposal is None:
            return
        fields = promise_form.fields(self.sitting.today, proposal.text, proposal.chosen)
        given = await self.ask("promise", "I will", fields, about=key, at="by" if not proposal.chosen else None)
        if given is None:
            return
        always = given.text("by") == promise_form.ALWAYS
        changed = self._chosen_with(proposal, given.text("words") or "", given.day("by"), always=always)
        self.answer(changed, f"promised: {given.text('words')}")

    def _chosen_with(self, proposal: Proposal, words: str, when: date | None, *, always: bool) -> Draft | Problem:
        """Change a promise, which chooses it where it was only listed."""
        draft: Draft | Problem = self.sitting.draft
        if proposal.chosen is None:
            draft = commit.toggle(self.sitting, proposal, self.means.new_id)
        if isinstance(draft, Problem):
            return draft
        promised = proposal.chosen or draft.answers.commitments[-1]
        return commit.edit(self.sitting.at(draft), promised.id, words, when, always=always)

    # -- you -----------------------------------------------------------------------------------------------------------

    def action_rate(self, value: Rating) -> None:
        """Say whether you acted from fear or from conviction, and go on to the line."""
        if self._here() == YOU:
            self._rate(value)
            self._lists[YOU].go_to(commit_rows.LINE)
            self._moved()

    def action_shift(self, by: int) -> None:
        """Move a step towards fear (-1) or conviction (1)."""
        if self._on_conviction():
            rating = self.sitting.answers.conviction
            shifted = rating + by if isinstance(rating, int) else MIDDLE
            self._rate(max(scales.LOWEST, min(scales.HIGHEST, shifted)))

    def _on_conviction(self) -> bool:
        return self._here() == YOU and self._lists[YOU].current == commit_rows.CONVICTION

    def _rate(self, value: Rating) -> None:
        self.answer(commit.set_conviction(self.sitting, value), f"fear or conviction {value or 'cleared'}")

    async def _write_line(self) -> None:
        field = TextField("line", "To yourself", value=self.sitting.answers.line or "", max_length=promise_form.LONGEST)
        given = await self.ask("line", commit_rows.TO_YOURSELF, [field])
        if given is not None:
            self.answer(commit.say_line(self.sitting, given.text("line")), "one line to yourself")

    def action_clear(self) -> None:
        """Take a promise off, or an answer back."""
        proposal = self._proposal()
        if proposal is not None and proposal.chosen is not None:
            self._toggle(proposal)
        elif self._on_conviction():
            self._rate(None)
        elif self._here() == YOU:
            self.answer(commit.say_line(self.sitting, None), "one line to yourself cleared")

    # -- what was chosen or clicked ------------------------------------------------------------------------------------

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.rows.id == WILL:
            self.action_add() if event.key == commit_rows.OWN else self.in_worker(self._edit(event.key))
        elif event.rows.id == FOUND:
            self._open_finding(event.key)
        elif event.key == commit_rows.LINE:
            self.in_worker(self._write_line())
        else:
            self._lists[YOU].action_step(1)

    @on(Rows.Touched)
    def _touched(self, event: Rows.Touched) -> None:
        if event.spot == commit_rows.PICK:
            self.action_pick()
        elif event.spot == commit_rows.OPEN:
            event.rows.action_choose()
        else:
            self._rate(int(event.spot))

    def _open_finding(self, key: str) -> None:
        """Show what a finding rests on, or hide it again; or show all findings."""
        if key == commit_rows.MORE:
            self._everything = True
        else:
            self._opened ^= {key}
        self._show_found()
        # The row has its new height one layout later.
        self.call_after_refresh(self.call_after_refresh, self._keep_in_view)


def _freed(freed: LettingGo, width: int) -> list[Content]:
    """Tell what letting go has come to, the hours in bold."""
    return [part.highlight_regex(r"\d[\d.]* h", style="bold") for part in wrapped(freed.text, width)]


def _matters(answers: Answers) -> Answers:
    """Give what the findings are drawn from: all but the promises and the line."""
    return structs.replace(answers, commitments=(), line=None)
