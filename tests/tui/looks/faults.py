"""What may not be seen on any screen: text that overlaps, is cut, can't be read, can't be reached, or would act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from typing import Any
from unittest.mock import patch

from textual.color import Color
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tests.tui.looks.drawing import Drawing, Part
from tui.safe_text import REPLACEMENT, cells
from tui.theme import LEAST_CONTRAST, contrast
from tui.widgets.form_entry import Entry
from tui.widgets.rows import Rows

LEAST_OF_A_SHAPE = 3.0
"""The contrast of what is no text but has a meaning. Source: WCAG 2.2, 1.4.11, level AA."""

LINES_WITHOUT_MEANING = frozenset("┊·─│╭╮╰╯├┤┬┴┼━▏▁▔▕▎▊█▂▃▄▅▆▇▉▀╍")
"""Borders, the empty part of a scale, empty cells, scroll bars and bars, whose figure is said beside them."""

SHORT_WORD = 18
"""Letters of a word that no column may break: a longer one is a name that nobody can help."""

BOTH = 2
"""Letters around the place where a line ends."""

CURSOR = "▌"
"""Stands before the row, the field or the answer that keys go to."""


def faults(screen: Screen[Any]) -> list[str]:
    """What is wrong with where things stand on a screen at the size it has."""
    return [*_overlaps(screen), *_lost(screen), *_cut(screen), *_focus_unseen(screen)]


# -- where widgets stand -----------------------------------------------------------------------------------------------


def _overlaps(screen: Screen[Any]) -> Iterator[str]:
    seen = {
        widget: region.intersection(clip)
        for widget, (region, clip) in screen._compositor.visible_widgets.items()
        if _draws(widget) and not _above_others(widget)
    }
    for (one, here), (other, there) in combinations(seen.items(), 2):
        shared = here.intersection(there)  # one scrolled out of sight has a place still, and no cells
        if shared.area and one not in other.ancestors and other not in one.ancestors:
            yield f"{_name(one)} and {_name(other)} overlap at {shared}"


def _draws(widget: Widget) -> bool:
    return not widget.children and bool(widget.region.area)


def _above_others(widget: Widget) -> bool:
    """Whether it is meant to lie over others for a while: suggestions, and what is said in a corner."""
    line = [each for each in widget.ancestors_with_self if isinstance(each, Widget)]
    return any(each.styles.overlay == "screen" or each.layer.startswith("_") for each in line)


def _lost(screen: Screen[Any]) -> Iterator[str]:
    """Widgets outside of what can be seen, in which nothing can be scrolled."""
    for widget, place in screen._compositor.full_map.items():
        if widget is screen or _above_others(widget) or not widget.display:
            continue
        outside = place.region.area and place.clip.intersection(place.region) != place.region
        if outside and not _scrolled(widget, place.region, place.clip):
            yield f"{_name(widget)} does not fit: {place.region} in {place.clip}"
        if widget.show_horizontal_scrollbar and not isinstance(widget, Input | TextArea):
            yield f"{_name(widget)} scrolls sideways"


def _scrolled(widget: Widget, region: Region, clip: Region) -> bool:
    sideways = region.x < clip.x or region.right > clip.right
    parents = [each for each in widget.ancestors if isinstance(each, Widget) and not isinstance(each, Screen)]
    return not sideways and any(each.max_scroll_y > 0 and each.allow_vertical_scroll for each in parents)


# -- text that does not fit --------------------------------------------------------------------------------------------


def _cut(screen: Screen[Any]) -> Iterator[str]:
    for widget in screen._compositor.visible_widgets:
        if widget is screen or _is_textuals(widget):
            continue
        with _broken_words() as broken:
            yield from _too_wide(widget)
        yield from (f"{_name(widget)} breaks the word {word!r}" for word in dict.fromkeys(broken))


def _is_textuals(widget: Widget) -> bool:
    return isinstance(widget, Input | TextArea) or type(widget).__module__.startswith("textual.scrollbar")


def _too_wide(widget: Widget) -> Iterator[str]:
    if isinstance(widget, Rows):
        yield from _wide_rows(widget)
        return
    content = widget.render()
    if not isinstance(content, Content) or not content.plain.strip():
        return
    width, height = widget.content_size
    wrapped = [part for line in content.split("\n", allow_blank=True) for part in line.wrap(max(1, width))]
    if len(wrapped) > height and not widget.max_scroll_y:
        yield f"{_name(widget)} shows {height} of {len(wrapped)} lines: {wrapped[-1].plain!r} is cut off"


def _wide_rows(rows: Rows) -> Iterator[str]:
    width, height = rows.scrollable_content_region.size
    for drawn in rows._drawn:
        drawn.forget()
    for y in range(height):
        line = rows._line(y, width)
        if line.cell_length > width:
            yield f"{_name(rows)} cuts {line.text.strip()!r} at {width} cells"


@contextmanager
def _broken_words() -> Iterator[list[str]]:
    """Note every short word that is broken while lines are set."""
    found: list[str] = []
    wrap = Content.wrap

    def noting(self: Content, width: int, *args: Any, **options: Any) -> list[Content]:
        lines = wrap(self, width, *args, **options)
        found.extend(_breaks(self.plain, [line.plain for line in lines]))
        return lines

    with patch.object(Content, "wrap", noting):
        yield found


def _breaks(text: str, lines: Sequence[str]) -> Iterator[str]:
    at = 0
    for line in lines[:-1]:
        at = text.find(line.rstrip(), at) + len(line.rstrip())
        around = text[at - 1 : at + 1]
        word = "".join((*text[:at].split()[-1:], *text[at:].split()[:1]))
        # A line may end between any two ideographs.
        if len(around) == BOTH and around.isalnum() and word.isascii() and len(word) <= SHORT_WORD:
            yield word


# -- where keys go -----------------------------------------------------------------------------------------------------


def _focus_unseen(screen: Screen[Any]) -> Iterator[str]:
    """Say so where the widget that keys go to is not marked by a shape; nothing where a screen has no such widget."""
    focused = screen.focused
    if focused is None:
        if any(widget.focusable for widget in screen.focus_chain):
            yield "no widget has the focus"
        return
    place = screen._compositor.visible_widgets.get(focused)
    region = place[0].intersection(place[1]) if place else Region()
    if not region:
        yield f"{_name(focused)} has the focus and is out of sight"
    elif not _has_cursor(focused, screen):
        yield f"{_name(focused)} has the focus, and nothing shows it"


def _has_cursor(focused: Widget, screen: Screen[Any]) -> bool:
    if isinstance(focused, Input | TextArea):
        return True  # the text cursor, a block in turned colours
    if isinstance(focused, Rows) and focused.current is None:
        return True  # a page that is read from its top: keys scroll it, and come to what can be opened further down
    around = next((each for each in focused.ancestors_with_self if isinstance(each, Entry)), focused)
    region = around.region
    lines = screen._compositor.render_strips()
    shown = [lines[y].crop(region.x, region.right).text for y in range(region.y, min(region.bottom, len(lines)))]
    return any(CURSOR in line or "▸" in line for line in shown)


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}{f'#{widget.id}' if widget.id else ''}"


# -- what can't be read ------------------------------------------------------------------------------------------------


def unreadable(drawing: Drawing, least: float = LEAST_CONTRAST, of_a_shape: float = LEAST_OF_A_SHAPE) -> list[str]:
    """What has too little contrast, or would act on the terminal, in a drawing."""
    found = dict.fromkeys(
        f"{_kind(part)} {part.text.strip()[:30]!r} has {_contrast(part):.1f}:1, {part.ink} on {part.ground}"
        for _, part in drawing.parts
        if part.text.strip() and _contrast(part) < (least if _is_text(part) else of_a_shape if _is_shape(part) else 0)
    )
    acts = [repr(part.text) for _, part in drawing.parts if _acts(part.text)]
    return [*found, *(f"{text} is nothing to show" for text in dict.fromkeys(acts))]


def _kind(part: Part) -> str:
    return "text" if _is_text(part) else "shape"


def _is_text(part: Part) -> bool:
    return any(letter.isalnum() for letter in part.text)


def _is_shape(part: Part) -> bool:
    return any(letter not in LINES_WITHOUT_MEANING and not letter.isspace() for letter in part.text)


def _contrast(part: Part) -> float:
    if not (part.ink.startswith("#") and part.ground.startswith("#")):
        return 21.0  # of the sixteen colours only their owner knows
    return contrast(Color.parse(part.ink), Color.parse(part.ground))


def _acts(text: str) -> bool:
    return REPLACEMENT in text or any(not (letter.isprintable() or cells(letter) == 0) for letter in text)
