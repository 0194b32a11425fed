"""A box with a title in its border: around drawn text, or around other widgets."""

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from tui.safe_text import safe
from tui.widgets.lines import said
from tui.widgets.settled import Settled, SettledText

BOX = """
    width: 1fr;
    height: auto;
    border: round $edge;
    border-title-color: $quiet;
    padding: 0 2;
"""


class Panel(SettledText):
    """A box around text, which is content made by `tui.widgets.lines` or plain text shown as it is."""

    ALLOW_SELECT = False
    DEFAULT_CSS = f"Panel {{ {BOX} }}"

    def __init__(
        self,
        body: Content | str = "",
        *,
        title: str = "",
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        super().__init__(_shown(body), id=id, classes=classes, markup=False)
        self._title = ""
        self.title = title

    @property
    def title(self) -> str:
        """The words in the border."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.border_title = said(title) if title else None

    def show(self, body: Content | str, *, title: str | None = None) -> None:
        """Replace the text, and the title when one is given."""
        self.update(_shown(body))
        if title is not None:
            self.title = title


class PanelBox(Vertical, Settled):
    """The same box around other widgets."""

    DEFAULT_CSS = f"PanelBox {{ {BOX} }}"

    def __init__(
        self,
        *children: Widget,
        title: str = "",
        id: str | None = None,  # noqa: A002 - the name that Textual's widgets have
        classes: str | None = None,
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self.border_title = said(title) if title else None


def _shown(body: Content | str) -> Content:
    return Content(safe(body, keep_newlines=True)) if isinstance(body, str) else body
