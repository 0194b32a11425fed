"""The page of Obsessions: the list, and the forms that add to it, change it, and take off it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from review import month as months
from review import text as texts
from review.problem import Problem
from review.records import How, Id, Obsession, Place
from review.ritual import obsessions
from review.ritual.sitting import Sitting
from tui.ritual import obsession_forms, obsession_table
from tui.ritual.dialog import Given
from tui.ritual.obsession_table import ADD, PARK_REST
from tui.ritual.page import Means, Page, Reopen
from tui.ritual.questions import Question, heading
from tui.widgets import form_fields
from tui.widgets.column import Column
from tui.widgets.dialogs import ConfirmDialog
from tui.widgets.key_bar import Hint
from tui.widgets.lines import said
from tui.widgets.panel import Panel
from tui.widgets.remapped import with_keys_now
from tui.widgets.rows import Rows

ROOMY_FROM = 30
"""Lines of the terminal from which five of those who came off the list are shown, else three."""

FEW = 3
"""Names beside which what else there is to say has room in any terminal."""

BORDER = 6
"""Cells of a panel beside its text."""

WHO = "Who belongs here"
OFF = "Off the list"
NEXT = "What else there is to say"
FIRST_NAMES = "Press a and write the first name. Five or six are plenty; Esc when that was everyone."
FIRST_MARKS = "On a name, b marks a dream client, and e says whether they are a client already."
FIRST_STEPS = (
    "b marks a dream client: one you could produce breath-taking results for. e says whether they are a client.",
    "When that is everyone, ^N goes on: who wants this more, you or they?",
)

AFTER_END = "This month's answers stay, and nothing more is asked. d brings them back until you finish."
SOMEBODY_ELSE = "somebody from before…"
ELSEWHERE = "+elsewhere"
NOBODY_OF_THAT_NAME = Problem("Nobody else has that name. Choose one of the suggestions.")
NOBODY_ELSE = Problem("There is nobody else to merge with yet.")


class ObsessionsPage(Page):
    """Who can't you stop thinking about?"""

    STEP = obsessions.STEP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="obsessions.add"),
        Binding("e", "edit", "edit", id="obsessions.edit"),
        Binding("d", "end", "how did it end", id="obsessions.end"),
        Binding("c", "park", "park, take up", id="obsessions.park"),
        Binding("C", "park_rest", "park the rest", id="obsessions.park_rest"),
        Binding("b", "dream", "dream client", id="obsessions.dream"),
        Binding("m", "merge", "merge", id="obsessions.merge"),
        Binding("o", "note", "note", id="obsessions.note"),
        Binding("backspace,delete", "remove", "remove a new one", id="obsessions.remove"),
    ]

    def __init__(self, sitting: Sitting, means: Means) -> None:
        super().__init__(sitting, means)
        self._lines: tuple[obsession_table.Line, ...] = ()
        self._question = Question()
        self._rows = Rows(header=self._header, spacing=1, gutter=3, id="list")
        self._panel = Panel(id="beside")

    def compose(self) -> ComposeResult:
        """Lay out the question, the list, and who came off it."""
        yield self._question
        with Column():
            yield self._rows
            yield self._panel

    def on_mount(self) -> None:
        """Start on the first name, or on the row that adds one."""
        self.begin_on(self._rows)
        self.show(self.sitting)
        self._rows.action_end(-1)

    def on_resize(self) -> None:
        """Show as many below the list as there is room for."""
        self._show_below()

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show(self, sitting: Sitting) -> None:
        """Show the list, and below it who came off it."""
        super().show(sitting)
        self._lines = obsession_table.lines(sitting)
        self._question.update(heading(self.STEP, aside=self._aside()))
        rest = obsessions.too_many(sitting)
        park = [obsession_table.park_row(rest)] if rest else []
        self._rows.set_rows([*obsession_table.rows(self._lines), obsession_table.add_row(), *park])
        self._rows.refresh()  # the columns may have moved, and what they are called with them
        self._show_below()
        self.post_message(self.HintsChanged())

    def _header(self, width: int) -> Sequence[Content]:
        return obsession_table.header(self._lines, width) if self._lines else ()

    def _aside(self) -> str:
        rest = obsessions.too_many(self.sitting)
        if rest:
            return obsession_table.too_many_words(rest)
        carried = [row for row in self.sitting.rows if not self.sitting.is_new(row)]
        if self.sitting.previous is None or not carried:
            return self.STEP.hint
        count = texts.counted_word(len(carried)).capitalize()
        is_are = "is" if len(carried) == 1 else "are"
        month = months.spoken(self.sitting.previous.month, self.sitting.month)
        rated = any(row.yours is not None or row.theirs is not None for row in carried)
        return f"{count} {is_are} carried over from {month}{'' if rated else ', none rated'}. {self.STEP.hint}"

    def _show_below(self) -> None:
        """Show who came off the list; in a first session, who belongs on it while nobody is."""
        roomy = self.app.size.height >= ROOMY_FROM
        if self.sitting.previous is None and not self.sitting.rows:
            marks = [said(FIRST_MARKS, "$quiet")] if roomy else []
            shown, title = [said(self.STEP.why), said(with_keys_now(self, FIRST_NAMES), "$quiet"), *marks], WHO
        elif self.sitting.previous is None:
            room = roomy or len(self.sitting.rows) <= FEW
            shown, title = [said(with_keys_now(self, each), "$quiet") for each in FIRST_STEPS if room], NEXT
        else:
            width = (self.room.width or self.app.size.width) - BORDER
            shown, title = obsession_table.off_the_list(self.sitting, 5 if roomy else 3, width), OFF
        self._panel.display = bool(shown)
        self._panel.show(Content("\n").join(shown), title=title)

    def take_place(self, place: Place) -> None:
        """Put the cursor back on its row."""
        if place.about:
            self._rows.go_to(place.about)
            self.post_message(self.HintsChanged())

    def move_row(self, by: int) -> None:
        """Go to the next or previous row."""
        self._rows.action_step(by)

    def hints(self) -> Sequence[Hint]:
        """Give the keys of the list and of the row at hand."""
        row = self._row()
        if row is None:
            return self._hints_beside_the_list()
        if row.ended is not None:
            return (Hint("a", "add", "a", 9), Hint("e Enter", "edit", "e", 7), Hint("d", "bring back", "d", 8))
        remove = [Hint("Del", "remove", "delete", 1)] if self.sitting.is_new(row) else []
        return (
            Hint("a", "add", "a", 9),
            Hint("e Enter", "edit", "e", 7),
            Hint("d", "how did it end", "d", 7),
            Hint("c", "take up" if row.parked else "park", "c", 6),
            Hint("b", "not a dream" if row.dream else "dream", "b", 6),
            Hint("m", "merge", "m", 3),
            Hint("o", "note", "o", 2),
            *remove,
        )

    def _hints_beside_the_list(self) -> Sequence[Hint]:
        if self._rows.current == PARK_REST:
            return (Hint("Enter", "park the rest", "enter", 9), Hint("a", "add", "a", 8))
        return (Hint("a Enter", "add", "a", 9),)

    def help_lines(self) -> tuple[str, ...]:
        """Give what the help says beyond the step's own words."""
        return (
            "Only a name is needed. Segment, hope and the month it began serve all later steps, and are asked once.",
            "Parked names stay on the list and are asked nothing. C parks everyone beyond the first seven.",
            "m says that two names are one. Del removes a name that was added by mistake in this session.",
            "A client under contract belongs here when you hope for more than that contract: e says so.",
        )

    def forms(self) -> Mapping[str, Reopen]:
        """Give the forms of a name, new and known, of an end, of a merge, and of a note."""
        return {
            **super().forms(),
            "add": lambda _about, _also: self.action_add(),
            "edit": lambda about, _: self.in_worker(self._edit(about or "")),
            "end": lambda about, _: self.in_worker(self._end(about or "")),
            "merge": lambda about, _: self.in_worker(self._merge_with_known(about or "")),
        }

    def _row(self) -> Obsession | None:
        return self.sitting.row(self._rows.current) if self._rows.current else None

    def _called(self, prospect: Id) -> str:
        return self.sitting.prospect(prospect).name

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        self.at_place(event.key)
        self.post_message(self.HintsChanged())

    @on(Rows.Chosen)
    @on(Rows.Touched)
    def _chosen(self, event: Rows.Chosen | Rows.Touched) -> None:
        if event.key == ADD:
            self.action_add()
        elif event.key == PARK_REST:
            self.action_park_rest()
        else:
            self.action_edit()

    # -- adding and editing --------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Add names, one after the other, until there are no more."""
        self.in_worker(self._add())

    async def _add(self) -> None:
        name = await self._add_one("Who is it?")
        while name and not self.step_was_asked:
            name = await self._add_one("Who else?", f"{name} is on the list. Enter or Esc when that was everyone.")

    async def _add_one(self, title: str, intro: str = "") -> str | None:
        """Ask for one name and add it; None when there was none."""
        fields = obsession_forms.name_fields(self.sitting)
        given = await self.ask("add", title, fields, intro=intro, check=self._add_check)
        name = given.text("name") if given else None
        if given is None or not name:
            return None
        added = obsession_forms.add(self.sitting, given, self.means.new_id)
        if isinstance(added, Problem):
            self.answer(added, name)
            return None
        self.answer(added.draft, f"{name} added")
        self._rows.go_to(added.prospect)
        self.at_place(added.prospect)
        return name

    def _add_check(self, values: dict[str, object]) -> dict[str, form_fields.Problem]:
        """Let an empty form pass: that was everyone."""
        if not any(values.values()):
            return {}
        return _at_name(obsession_forms.add(self.sitting, Given(values), self.means.new_id))

    def action_edit(self) -> None:
        """Change what is known of the name at hand."""
        row = self._row()
        if row is not None:
            self.in_worker(self._edit(row.prospect))

    async def _edit(self, prospect: Id) -> None:
        row = self.sitting.row(prospect)
        if row is None:
            return

        def check(values: dict[str, object]) -> dict[str, form_fields.Problem]:
            return _at_name(obsession_forms.edit(self.sitting, prospect, Given(values), self.means.new_id))

        fields = obsession_forms.name_fields(self.sitting, row)
        given = await self.ask("edit", self._called(prospect), fields, about=prospect, check=check)
        if given is not None:
            changed = obsession_forms.edit(self.sitting, prospect, given, self.means.new_id)
            self.answer(changed, f"{self._called(prospect)}, changed")

    # -- one key each --------------------------------------------------------------------------------------------------

    def action_park(self) -> None:
        """Park the name at hand, or take it up again."""
        row = self._row()
        if row is not None and row.ended is None:
            self.answer(
                obsessions.toggle_parked(self.sitting, row.prospect),
                f"{self._called(row.prospect)}, {'taken up' if row.parked else 'parked'}",
            )

    def action_park_rest(self) -> None:
        """Park everyone beyond those who fit one sitting."""
        if obsessions.too_many(self.sitting):
            self.answer(obsessions.park_the_rest(self.sitting), "the rest, parked")

    def action_dream(self) -> None:
        """Mark the name at hand as a dream client, or take the mark off."""
        row = self._row()
        if row is not None:
            self.answer(
                obsessions.toggle_dream(self.sitting, row.prospect), f"{self._called(row.prospect)}, dream client"
            )

    def action_remove(self) -> None:
        """Remove a name that was added by mistake."""
        row = self._row()
        if row is not None:
            self.answer(obsessions.remove(self.sitting, row.prospect), f"{self._called(row.prospect)} removed")

    def action_note(self) -> None:
        """Write a note about the name at hand."""
        row = self._row()
        if row is not None:
            self.in_worker(self.note_about(row.prospect))

    # -- how it ended --------------------------------------------------------------------------------------------------

    def action_end(self) -> None:
        """Say how it ended with the name at hand, or bring it back."""
        row = self._row()
        if row is not None and row.ended is not None:
            back = obsessions.bring_back(self.sitting, row.prospect)
            self.answer(back, f"{self._called(row.prospect)} brought back")
        elif row is not None:
            self.in_worker(self._end(row.prospect))

    async def _end(self, prospect: Id) -> None:
        row = self.sitting.row(prospect)
        if row is None:
            return
        name = self._called(prospect)
        fields = obsession_forms.end_fields(row)
        given = await self.ask("end", f"{name}: how did it end?", fields, about=prospect, intro=AFTER_END)
        how = given.text("how") if given else None
        if given is not None and how:
            ended = obsessions.end(self.sitting, prospect, How(how), obsession_forms.reason(given))
            self.answer(ended, f"{name}, {How(how).value}")

    # -- merging -------------------------------------------------------------------------------------------------------

    def action_merge(self) -> None:
        """Say that the name at hand and another are one."""
        row = self._row()
        if row is not None:
            self.in_worker(self._merge(row.prospect))

    async def _merge(self, loser: Id) -> None:
        others = [(each.prospect, each.name, each.segment) for each in self._lines if each.prospect != loser]
        before = [(ELSEWHERE, SOMEBODY_ELSE, "")] if obsession_forms.names_elsewhere(self.sitting) else []
        if not others and not before:
            self.post_message(self.Refused(NOBODY_ELSE))
            return
        chosen = await self.choose(f"{self._called(loser)} is the same as…", [*others, *before])
        if chosen == ELSEWHERE:
            await self._merge_with_known(loser)
        elif isinstance(chosen, str):
            await self._confirm_merge(loser, chosen)

    async def _merge_with_known(self, loser: Id) -> None:
        def check(values: dict[str, object]) -> dict[str, form_fields.Problem]:
            known = obsession_forms.known_by(self.sitting, Given(values).text("name") or "")
            return {} if known not in {None, loser} else _at_name(NOBODY_OF_THAT_NAME)

        field = obsession_forms.known_name_field(self.sitting)
        given = await self.ask("merge", f"{self._called(loser)} is the same as…", [field], about=loser, check=check)
        winner = obsession_forms.known_by(self.sitting, given.text("name") or "") if given else None
        if winner is not None:
            await self._confirm_merge(loser, winner)

    async def _confirm_merge(self, loser: Id, winner: Id) -> None:
        one, other = self._called(loser), self._called(winner)
        body = (
            f"{one} becomes another name for {other}. Hours and money of the two are added, and unknown if either is; "
            f"of two other answers to one question, the one of {other} counts. Earlier months are read so too, as one "
            "story."
        )
        if await self.app.push_screen_wait(
            ConfirmDialog(f"Merge {one} into {other}?", body, yes="merge", no="keep both")
        ):
            self.answer(obsessions.merge(self.sitting, loser, winner), f"{one} merged into {other}")
            self._rows.go_to(winner)


def _at_name(result: object) -> dict[str, form_fields.Problem]:
    """Put what the domain found wrong under the name: nothing else in the form can be refused there."""
    return {"name": form_fields.Problem(result.text)} if isinstance(result, Problem) else {}
