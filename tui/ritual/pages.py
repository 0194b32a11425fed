"""The page of each step. A new step is a page beside this file and a line here."""

from __future__ import annotations

from tui.ritual.commit import CommitPage
from tui.ritual.learning import LearningPage
from tui.ritual.look_back import LookBackPage
from tui.ritual.obsessions import ObsessionsPage
from tui.ritual.page import Page
from tui.ritual.reality import RealityPage
from tui.ritual.segments import SegmentsPage
from tui.ritual.urgency import UrgencyPage

PAGES: tuple[type[Page], ...] = (
    LookBackPage,
    ObsessionsPage,
    UrgencyPage,
    RealityPage,
    SegmentsPage,
    LearningPage,
    CommitPage,
)


def page_for(step: str) -> type[Page]:
    """Give the page of a step, by the name drafts store."""
    return next(page for page in PAGES if page.STEP.name == step)
