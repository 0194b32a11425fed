"""Taking over what another program changed in history.json."""

from __future__ import annotations

from store import checkup, copies, difference, files, recovery, tables
from store.difference import Change
from store.ledger import Ledger
from store.problems import NothingThere, Unreadable
from store.tables import Tables


def accept(ledger: Ledger) -> tuple[Change, ...]:
    """Sign the changed file, in place or set aside, and give what was changed. Only while the ledger is saving.

    Raises:
        NothingThere: nothing was changed.
        Unreadable: the changed file is no history any more.
    """
    folder = ledger.folder
    content = files.read(folder.history)
    changed = checkup.changed_by_others(folder, content)
    if changed is None and content is not None and not tables.is_signed(content):
        raise Unreadable("history.json was changed in a way that leaves no history. Run obsess-review restore newest.")
    if changed is None:
        raise NothingThere("No other program has changed history.json.")
    name, edited = changed
    in_place = name == folder.history.name
    standing = recovery.recovered(folder, content).tables if in_place else ledger.standing()
    wanted = edited if in_place else _over(standing, edited)
    made = difference.between(standing, wanted)
    ledger.replace("accept", standing, wanted)
    if not in_place:
        files.remove(folder.path / name)
    return made


def _over(standing: Tables, edited: Tables) -> Tables:
    """Lay a file that was set aside over what stands, which may have grown since."""
    together = {table: {**standing.get(table, {}), **edited.get(table, {})} for table in {**standing, **edited}}
    for number, session in standing.get("sessions", {}).items():
        if copies.versions(session) > copies.versions(together["sessions"][number]):
            together["sessions"][number] = session
    return together
