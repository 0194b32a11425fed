"""What the app asks of screens and widgets, by what they can do: it need not know which they are."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Saving(Protocol):
    """A screen with something to save."""

    def save(self) -> str | None:
        """Put it on disk; give what went wrong, if anything did."""
        ...


@runtime_checkable
class Helpful(Protocol):
    """A screen that says what it is for."""

    def help_text(self) -> tuple[str, tuple[str, ...]]:
        """Give a title and some sentences."""
        ...


@runtime_checkable
class Copying(Protocol):
    """A text field, in which a part can be selected."""

    @property
    def selected_text(self) -> str:
        """What is selected; empty without a selection."""
        ...

    def action_copy(self) -> None:
        """Copy it to the clipboard."""
        ...
