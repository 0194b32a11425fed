"""What can be set: the ritual's mode, the review day, the currency, the theme and the keys.

They live in a TOML file of the person's own, outside the data folder, that may be edited by hand: unknown entries and
comments stay when the app changes something.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert

from review.cadence import LAST_DAY
from review.mode import Mode
from store import files
from store.folder import own_folder
from store.problems import FolderProblem, StoreProblem

FILE = "settings.toml"
PROGRAM = "obsess-review"
MOST_BYTES = 1_000_000
"""A settings file larger than this is something else."""


class SettingsProblem(StoreProblem):
    """The settings can't be read or kept; the message is one sentence that says how to mend it."""


class Settings(Struct, frozen=True):
    """What is set. `review_day` is a day of the month, 31 for its last; `keys` maps a key's id to keys."""

    mode: Mode = "full"
    review_day: Annotated[int, Meta(ge=1, le=LAST_DAY)] = LAST_DAY
    currency: Annotated[str, Meta(min_length=1, max_length=8)] = "€"
    theme: str = "obsess-dark"
    keys: dict[str, str] = {}


class SettingsFile:
    """The settings on disk. A file that is not there means the defaults."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """Read the settings; raises SettingsProblem for a file that can't be read, naming the entry that is wrong."""
        try:
            return convert(self._entries(), Settings)
        except ValidationError as error:
            raise self._problem(f"hold an entry that does not fit: {error}") from None

    def unknown(self) -> tuple[str, ...]:
        """Say of each entry that means nothing here that it is passed over; raises SettingsProblem."""
        return tuple(
            f"In the settings, {f'[{name}]' if isinstance(entry, dict) else name} means nothing and is passed over."
            for name, entry in self._entries().items()
            if name not in Settings.__struct_fields__
        )

    def _entries(self) -> dict[str, Any]:
        content = self._text()
        if not content:
            return {}
        import tomllib

        try:
            return tomllib.loads(content)
        except tomllib.TOMLDecodeError as error:
            raise self._problem(f"are not TOML: {error}") from None

    def change(self, **values: object) -> Settings:
        """Set some settings by name, keeping all else that stands in the file; raises SettingsProblem or NotSaved."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(self._text())
        except TOMLKitError as error:
            raise self._problem(f"are not TOML: {error}") from None
        document.update(values)
        files.make_folder(self.path.parent)
        files.write(self.path, tomlkit.dumps(document).encode())
        return self.read()

    def _text(self) -> str:
        content = files.read(self.path, MOST_BYTES, devices_too=True)
        try:
            return (content or b"").decode("utf-8-sig")
        except UnicodeDecodeError:
            raise self._problem("are not UTF-8 text") from None

    def _problem(self, what: str) -> SettingsProblem:
        return SettingsProblem(f"The settings in {self.path} {what}. Mend that line, or remove the file.")


def settings_path(given: Path | None, environment: Mapping[str, str]) -> Path:
    """Find the settings: the file given, else the one in the user's folder for configuration; raises FolderProblem."""
    if given is not None:
        return given
    base = environment.get("XDG_CONFIG_HOME", "")
    if not (base or environment.get("HOME")):
        raise FolderProblem("There is no home folder to find the settings in. Say where they are with --config FILE.")
    found = own_folder("XDG_CONFIG_HOME", ".config", environment)
    if found is None:
        from platformdirs import user_config_path

        found = user_config_path(PROGRAM, appauthor=False)
    return found / FILE
