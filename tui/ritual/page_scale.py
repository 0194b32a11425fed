"""The two-sided scale as the pages have it: what is rated is told by a call, and kept when that returns."""

from __future__ import annotations

from collections.abc import Callable

from tui.widgets.two_sided_scale import Rating, ScaleSide, Side, TwoSidedScale


class PageScale(TwoSidedScale):
    """A scale that tells its page by a call, where messages would take several turns and as many frames.

    `rated` is given the row, the side and the rating, with the cursor moved on already; `moved` is called when the
    cursor went elsewhere by itself.
    """

    def __init__(
        self,
        left: ScaleSide,
        right: ScaleSide,
        *,
        empty: str,
        rated: Callable[[str, Side, Rating], None],
        moved: Callable[[], None],
    ) -> None:
        self._when_rated = rated
        self._when_moved = moved
        super().__init__(left, right, empty=empty, id="scale")

    def _take(self, key: str, side: Side, rating: Rating) -> bool:
        return self._scale[key].rating(side) != rating  # the page gives the row as it then is, before the next frame

    def _tell_rated(self, key: str, side: Side, rating: Rating, *, moved: bool = False) -> None:
        del moved
        self._when_rated(key, side, rating)

    def _tell_moved(self, key: str) -> None:
        del key
        self._when_moved()
