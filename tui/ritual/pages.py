"""The page of each step. A new step is a page beside this file and a line here."""

from __future__ import annotations

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
)


def page_for(step: str) -> type[Page]:
    """Give the page of a step, by the name drafts store.

    That of the last step comes with all the rules for findings, and is loaded when it is come to.
    """
    from review.ritual import commit

    if step == commit.STEP.name:
        from tui.ritual.commit import CommitPage

        return CommitPage
    return next(page for page in PAGES if page.STEP.name == step)
