"""Going back to a backup, or bringing in what only the session copies hold; with a preview, and losing nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from review import month as months
from review.month import Month
from store import backups, condition, copies, difference, files, recovery
from store.condition import Condition
from store.folder import Folder
from store.problems import NewerFolder, NothingThere, Unreadable
from store.tables import META, Document, Tables

COPIES = "copies"
"""What to restore when the session copies are meant, not a backup."""


class Renamed(Struct, frozen=True):
    """A prospect, segment or goal that changes, by its name before and after; the same where something else does."""

    before: str
    after: str


class Preview(Struct, frozen=True):
    """What restoring does: the months that come, go to the deleted ones, or change; `draft` is one brought back.

    `names` are the prospects, segments and goals that change, but for those that only come; `deleted` the months that
    join or leave the deleted sessions and do not go or come.
    """

    name: str
    comes: tuple[Month, ...] = ()
    goes: tuple[Month, ...] = ()
    changes: tuple[Month, ...] = ()
    draft: Month | None = None
    names: tuple[Renamed, ...] = ()
    deleted: tuple[Month, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether all would stay as it is."""
        return self == Preview(self.name)


def sources(folder: Folder, which: str) -> tuple[str, list[Tables], list[str]]:
    """Give the name and tables of what was chosen: one backup, or all the copies that are whole.

    The last is a sentence for each copy that is passed over, or wants to be renamed.

    It is read before anything is put right or saved, which makes backups and may let go of others.

    Raises:
        NothingThere: there is no such backup, or no copy.
        Unreadable: the backup is not whole.
        NewerFolder: a newer program wrote it.
    """
    if which == COPIES:
        return COPIES, *_whole_copies(folder)
    path = backups.chosen(folder, which)
    there = condition.found(path)
    if there.condition is Condition.NEWER:
        raise NewerFolder(there.why)
    if there.tables is None:
        raise Unreadable(there.why or f"{path.name} is not whole, so nothing was restored. Choose another backup.")
    return path.name, [there.tables], []


def target(standing: Tables, name: str, chosen: list[Tables]) -> Tables:
    """Give the tables that stand once what was chosen is restored; `meta` counts on from what stands."""
    if name == COPIES:
        wanted = recovery.laid_together([standing, *chosen] if standing else chosen)
    else:
        wanted = _keeping_the_rest(standing, chosen[0])
    return {**wanted, META: standing.get(META, {})}


def differ(standing: Tables, wanted: Tables) -> bool:
    """Tell whether restoring would change anything at all; where it wouldn't, nothing needs a backup either."""
    return bool(difference.between(standing, wanted))


def preview(name: str, standing: Tables, wanted: Tables) -> Preview:
    """Tell what would come, go and change."""
    now, then = _sessions(standing), _sessions(wanted)
    comes, goes = then.keys() - now.keys(), now.keys() - then.keys()
    return Preview(
        name,
        comes=tuple(sorted(comes)),
        goes=tuple(sorted(goes)),
        changes=tuple(sorted(month for month in now.keys() & then.keys() if now[month] != then[month])),
        names=tuple(_renamed(standing, wanted)),
        deleted=tuple(sorted((_deleted(standing) ^ _deleted(wanted)) - comes - goes)),
    )


def _renamed(standing: Tables, wanted: Tables) -> Iterator[Renamed]:
    for table in copies.NAMED:
        then = {each.get("id"): each for each in wanted.get(table, {}).values()}
        for each in standing.get(table, {}).values():
            other = then.get(each.get("id"), each)
            if dict(each) != dict(other):
                yield Renamed(_label(each), _label(other))


def _label(identity: Document) -> str:
    return str(identity.get("name") or identity.get("title") or "")


def _deleted(of: Tables) -> set[Month]:
    return {Month(str(each["month"])) for each in of.get("deleted", {}).values()}


def draft_set_aside(folder: Folder, which: str) -> tuple[str, Month] | None:
    """Give the name and month of the set-aside draft of this name or the beginning of it; None for no such draft."""
    if not which.startswith("draft-"):
        return None
    matching = [name for name in files.names(folder.backups) if name.startswith(which)]
    if not matching:
        raise NothingThere("There is no such draft. The command restore without a name lists what can be restored.")
    month = months.parse(matching[-1].removeprefix("draft-")[:7])
    return (matching[-1], month) if month is not None else None


def _whole_copies(folder: Folder) -> tuple[list[Tables], list[str]]:
    found = [copies.found(folder, month) for month in copies.held(folder)]
    whole = [each.tables for each in found if each.tables is not None]
    passed_over = [each.why for each in found if each.why]
    if not whole:
        raise NothingThere(" ".join(["There is no session copy to restore from.", *passed_over]))
    return whole, passed_over


def _keeping_the_rest(standing: Tables, found: Tables) -> Tables:
    """Add to a backup, among its deleted sessions, those that stand now and that it doesn't have, and their names."""
    known = [_plain(each) for table in ("sessions", "deleted") for each in found.get(table, {}).values()]
    newer = [each for table in ("deleted", "sessions") for each in standing.get(table, {}).values()]
    gone = [each for each in newer if _plain(each) not in known]
    taken = {str(each["month"]) for each in found.get("sessions", {}).values()}
    gone = [each for each in gone if str(each["month"]) not in taken or "deleted_at" in each]
    first = max(map(int, found.get("deleted", {})), default=0) + 1
    deleted = {**found.get("deleted", {}), **{str(first + place): each for place, each in enumerate(gone)}}
    return copies.with_names_of(standing, {**found, "deleted": deleted})


def _sessions(of: Tables) -> dict[Month, Document]:
    return {Month(str(each["month"])): each for each in of.get("sessions", {}).values()}


def _plain(session: Mapping[str, object]) -> dict[str, object]:
    return {field: value for field, value in session.items() if field != "deleted_at"}
