"""Session copies of months that the history lacks: what each of them is, and what to do."""

from __future__ import annotations

from review.month import Month
from store import condition, copies
from store.condition import Condition
from store.folder import Folder
from store.notices import Notice, NoticeKind, named


def told(folder: Folder, left: list[Month]) -> list[Notice]:
    """Say of these copies which can be brought in, and why the others can't."""
    those = {month: said(folder, month) for month in left}
    whole = [month for month, why in those.items() if why is None]
    texts = [why for why in those.values() if why is not None]
    if whole:
        lacks = f"sessions/ has what your history lacks: {named(whole)}. obsess-review restore copies brings it in."
        texts.insert(0, lacks)
    return [Notice(NoticeKind.LEFT_OVER, text) for text in texts]


def said(folder: Folder, month: Month) -> str | None:
    """Say why a copy holds no session that could be brought in; None where it holds one."""
    there = copies.found(folder, month)
    if there.condition is Condition.DAMAGED:
        place = condition.placed(folder.copy(month))
        return f"{place} is damaged, and your history has no such session. Put a whole copy of it back."
    return there.why or None
