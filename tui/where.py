"""Where the person said things are, and what a command finds there. Each is made when first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store.problems import FolderProblem
from tui.failures import CannotBe, remark

if TYPE_CHECKING:  # the rest is imported where a command first needs it
    from review.history import History
    from review.month import Month
    from store.library import Library
    from tui.clock import Clock
    from tui.settings import Settings, SettingsFile

Found = TypeVar("Found")


class Where:
    """The places a command works with. `data` and `config` are as typed; None: where they are by default."""

    data: str | None = None
    config: str | None = None

    @cached_property
    def folder(self) -> Path:
        """The data folder. Raises CannotBe where there is no place for one."""
        from store.folder import data_folder

        return _place(data_folder, self.data)

    @cached_property
    def settings_file(self) -> SettingsFile:
        """The settings file. Raises CannotBe where there is no place for one."""
        from tui.settings import SettingsFile, settings_path

        return SettingsFile(_place(settings_path, self.config))

    @cached_property
    def settings(self) -> Settings:
        """What is set; a file that was named and is not there is remarked, and what means nothing in it.

        Raises SettingsProblem.
        """
        file = self.settings_file
        if self.config is not None and not file.path.exists():
            remark(f"There is no {file.path} yet, so nothing is set. Check the name, or change a setting to make it.")
        found = file.read()
        for line in file.unknown():
            remark(line)
        return found

    @cached_property
    def clock(self) -> Clock:
        """The clock. Raises CannotBe where the day that should stand in for it is none."""
        from tui.clock import STANDS_IN, from_environment

        found = from_environment()
        if found is None:
            raise CannotBe(f"{STANDS_IN} is not a day. Write it like 2026-11-22, or leave it out.")
        return found

    @cached_property
    def library(self) -> Library:
        """The data folder's library."""
        from store.library import Library

        return Library(self.folder, self.clock.now)

    @property
    def is_lost(self) -> bool:
        """Whether a history that was there can't be read, going by what the library noticed so far."""
        from store.notices import NoticeKind

        return any(notice.kind is NoticeKind.LOST for notice in self.library.notices())

    def history(self) -> History:
        """Read the finished sessions; what the library noticed goes to standard error."""
        return self._with_notices(self.library.history)

    def months(self) -> tuple[Month, ...]:
        """Read which months are finished; what the library noticed goes to standard error."""
        return self._with_notices(self.library.months)

    def _with_notices(self, read: Callable[[], Found]) -> Found:
        before = set(self.library.notices())
        found = read()
        for notice in self.library.notices():
            if notice not in before:
                remark(notice.text)
        return found


def _place(find: Callable[[Path | None, dict[str, str]], Path], given: str | None) -> Path:
    try:
        return find(Path(given) if given else None, dict(os.environ))
    except FolderProblem as problem:
        raise CannotBe(str(problem)) from problem
