"""A row of the two-sided scale, and how its two lines are drawn."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from tui.safe_text import cells, fit, pad, safe
from tui.widgets.lines import cell, line
from tui.widgets.scale_columns import GAP, PIPS, RATING, ScaleColumns, Side

Rating = int | Literal["unknown"] | None
"""1 to 5, or the answer that it is not known, or no answer yet."""

SHORT_VERDICT = 7
"""With fewer cells than this a verdict is its first word."""


class ScaleSide(Struct, frozen=True):
    """One side of the scale: its title, its colour ("you" or "them"), and the words of the ratings 1 to 5."""

    title: str
    tone: str
    words: tuple[str, ...] = ()

    def word(self, rating: Rating) -> str:
        """What a rating is called."""
        if isinstance(rating, int):
            return self.words[rating - 1] if self.words else ""
        return rating or ""


class ScaleRow(Struct, frozen=True):
    """One row of the scale.

    A note stands in place of the scale's word under a side. The verdict's tone is the name of a colour of the theme.
    """

    key: str
    name: str
    left: Rating = None
    right: Rating = None
    detail: str = ""
    left_note: str | None = None
    right_note: str | None = None
    verdict: str = ""
    tone: str = "quiet"
    verdict_note: str = ""

    def rating(self, side: Side) -> Rating:
        """The rating of this side."""
        return self.left if side == "left" else self.right

    def rated(self, side: Side, rating: Rating) -> "ScaleRow":
        """The row with this side rated."""
        return replace(self, left=rating) if side == "left" else replace(self, right=rating)


class ScaleDrawing(Struct, frozen=True):
    """How rows are drawn: the two sides, the columns, and the side that a key would rate (None when none would)."""

    left: ScaleSide
    right: ScaleSide
    columns: ScaleColumns
    width: int
    active: Side | None = None

    def titles(self) -> Content:
        """The line above the rows, with the sides' titles where their ratings stand."""
        return self._placed(*self._at_middle(self.left.title, self.right.title, self.left.tone, self.right.tone))

    def rated_line(self, row: ScaleRow, *, current: bool) -> Content:
        """The name, both sides, the verdict."""
        columns, active = self.columns, self.active if current else None
        gap = " " * GAP
        return line(
            cell(row.name, columns.name, "bold" if current else ""),
            gap,
            *reversed(self._pips(row.left, self.left)),
            " " * (GAP - 1),
            self._rating(row.left, self.left, marked=active == "left"),
            ("│", "$quiet"),
            self._rating(row.right, self.right, marked=active == "right"),
            " " * (GAP - 1),
            *self._pips(row.right, self.right),
            gap,
            (_verdict(row.verdict, columns.verdict), f"${row.tone}"),
        )

    def words_line(self, row: ScaleRow, *, current: bool) -> Content:
        """What the name belongs to, what the ratings are called, and what the verdict rests on."""
        left = self.left.word(row.left) if row.left_note is None else row.left_note
        right = self.right.word(row.right) if row.right_note is None else row.right_note
        tones = [side.tone if current and active == self.active else "quiet" for active, side in self._sides()]
        return self._placed(
            (0, row.detail, "$quiet"),
            *self._at_middle(left, right, *tones),
            (self.columns.verdict_at, row.verdict_note, "$quiet"),
        )

    def _sides(self) -> tuple[tuple[Side, ScaleSide], tuple[Side, ScaleSide]]:
        return ("left", self.left), ("right", self.right)

    def _pips(self, rating: Rating, side: ScaleSide) -> list[Content]:
        """Five pips from the middle outwards: the full ones, what is between, the empty ones."""
        width, gap = self.columns.pip
        full = rating if isinstance(rating, int) else 0
        between = " " * gap
        return [
            Content.styled(between.join(["━" * width] * full), f"${side.tone}"),
            Content(between if 0 < full < PIPS else ""),
            Content.styled(between.join(["─" * width] * (PIPS - full)), "$faint"),
        ]

    def _rating(self, rating: Rating, side: ScaleSide, *, marked: bool) -> Content:
        """The number, `?` for unknown, a dot for no answer; as a block in brackets where a key would rate."""
        unanswered = "1–5" if marked else "·"
        answer = "?" if rating == "unknown" else str(rating)
        text = unanswered if rating is None else f"[{answer}]" if marked else answer
        block = f"bold $on-{'mark' if side.tone == 'you' else side.tone} on ${side.tone}"
        plain = "bold" if rating is not None else "$quiet"
        return cell(text, RATING, block if marked else plain, "center")

    def _at_middle(self, left: str, right: str, left_tone: str, right_tone: str) -> Iterator[tuple[int, str, str]]:
        end = self.columns.left_rating + RATING - 1
        yield max(0, end - cells(safe(left))), left, f"${left_tone}"
        yield self.columns.right_rating + 1, right, f"${right_tone}"

    def _placed(self, *parts: tuple[int, str, str]) -> Content:
        """Texts at their columns, each cut before it would touch the next."""
        there = [part for part in parts if part[1]]
        starts = [start for start, _, _ in there] + [self.width + GAP]
        pieces: list[Content] = []
        at = 0
        for (start, text, style), following in zip(there, starts[1:], strict=True):
            shown = fit(safe(text), following - GAP - start)
            pieces += [Content(" " * (start - at)), Content.styled(shown, style)]
            at = max(at, start) + cells(shown)
        return line(*pieces)


def widest(texts: Iterable[str]) -> int:
    """The cells that the longest of these texts takes."""
    return max(map(_cells_shown, texts), default=0)


@lru_cache(maxsize=1024)
def _cells_shown(text: str) -> int:
    return cells(safe(text))


def _verdict(text: str, width: int) -> str:
    shown = safe(text)
    if cells(shown) > width and width < SHORT_VERDICT:
        shown = next(iter(shown.split()), "")
    return pad(shown, width)
