"""Words that look like the toolkit's own marks, in every field: on no screen do they become something to click."""

from datetime import date
from pathlib import Path

from textual.widgets import Static

from review.month import Month
from tests.end_to_end import hostile
from tests.tui.stage import Stage, staged

TODAY = date(2026, 10, 31)
SCREENS = (
    *("p", "enter", "escape", "c", "down", "c", "escape"),
    *("escape", "t", "4", "8", "1", "enter", "escape", "escape"),
    *("enter", "escape", "ctrl+o", "ctrl+o", *["ctrl+n"] * 3, "enter", "escape", *["ctrl+n"] * 3, "s"),
)
"""The keys through every screen, from home; the draft stands in Urgency, with a note left open."""


def clickable(stage: Stage) -> set[str]:
    """Give what a click on any cell of the screen would do."""
    strips = stage.app.screen._compositor.render_strips()
    return {str(segment.style.meta) for strip in strips for segment in strip if segment.style and segment.style.meta}


async def test_no_word_can_be_clicked_for_what_it_says(tmp_path: Path) -> None:
    async with staged(tmp_path, today=TODAY, history=hostile.history()) as stage:
        stage.library.save_draft(hostile.draft(Month("2026-10")))
        found, shown = set(clickable(stage)), 0
        for key in SCREENS:
            await stage.press(key)
            found |= clickable(stage)
            shown += "[@click=app.quit]" in stage.text
        assert stage.app.is_running
        assert shown > len(SCREENS) // 2
    assert not [each for each in found if "quit" in each or "owned" in each]


async def test_where_words_were_taken_for_marks_it_would_be_seen(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.app.screen.mount(Static(hostile.NAME.removeprefix("[/]"), markup=True))
        await stage.press("tab")
        assert any("quit" in each for each in clickable(stage))
