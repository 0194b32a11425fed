"""Whom the made-up studio obsessed over, and how it went: tables only.

Months count from the first of the story, 0, to its last, 23; earlier ones are negative. Sessions were skipped in four.
"""

from __future__ import annotations

from msgspec import Struct

from review.records import How

MONTHS = 24
SKIPPED = (3, 7, 8, 16)
SESSIONS = tuple(at for at in range(MONTHS) if at not in SKIPPED)


class Told(Struct, frozen=True):
    """One spell of one prospect, from the session `first` on.

    `months` has an entry a session, ``yours theirs hours energy``, each a figure or ``?`` for unknown; ``park`` for a
    month on the list only, ``-`` for one that ended at the list and was asked nothing. `ended` None: still on.
    """

    name: str
    segment: str
    hope: str
    first: int
    months: str
    since: int | None = None
    ended: How | None = None
    reason: str | None = None
    client: bool = False
    dream: bool = False


MEDICAL = "Medical devices"
TRANSPORT = "Transport"
ENERGY = "Energy"
FOOD = "Food & beverage"
MACHINERY = "Machinery"
UNIVERSITIES = "Universities"

PEOPLE = (
    Told(
        "Juno Aero",
        TRANSPORT,
        "the cabin trolley family",
        0,
        "5 2 20 4, 5 2 24 4, 5 1 22 5, 5 1 15 5, 4 1 9 4, 3 1 4 4",
        since=-5,
        ended=How.LOST,
        reason="they chose someone else",
        dream=True,
    ),
    Told(
        "Kestrel Lifts",
        MACHINERY,
        "new cabin controls",
        0,
        "4 2 4 3, 4 2 5 3, 4 1 4 4, 4 1 4 4, -",
        since=-3,
        ended=How.LOST,
        reason="no decision",
    ),
    Told("Hollis Castings", MACHINERY, "the ladle guard", 0, "4 4 4 2, 3 4 4 2, 3 5 6 2", since=-1, ended=How.SIGNED),
    Told(
        "Fenwick Foods",
        FOOD,
        "a filling line nobody hates",
        0,
        "3 3 3 2, 3 3 3 2, 4 3 3 3, 3 2 3 3, -",
        ended=How.LOST,
        reason="no budget",
    ),
    Told(
        "Dunmore Glass",
        MACHINERY,
        "the second furnace",
        0,
        "2 3 1 3, 2 2 2 4, 3 2 2 4, -",
        since=-9,
        ended=How.LEFT,
        reason="a cheaper studio",
        client=True,
    ),
    Told(
        "Marlow Water",
        MACHINERY,
        "the pump house panel",
        1,
        "4 3 3 2, 4 3 4 2, 4 4 6 2, 4 4 5 1, 3 4 6 2",
        ended=How.SIGNED,
    ),
    Told(
        "Hartmann Pumps",
        MACHINERY,
        "the hygienic series",
        2,
        "4 2 5 3, 4 2 8 4, 5 2 9 4, 4 1 7 4, 4 1 12 5, 3 1 6 5",
        ended=How.PARTED,
        reason="no sponsor, endless samples",
    ),
    Told(
        "Orrin Diagnostics",
        MEDICAL,
        "a bench-top analyser",
        4,
        "4 3 4 3, park, 4 2 5 3, 4 1 9 4, 4 1 5 4, 3 1 2 4",
        ended=How.LOST,
        reason="they chose someone else",
    ),
    Told(
        "Corvid Sensors",
        MACHINERY,
        "a housing for the field unit",
        5,
        "4 2 4 4, 4 2 6 4, 3 1 12 4",
        since=4,
        ended=How.PARTED,
        reason="it cost too much of me",
    ),
    Told("Bryher Ferries", TRANSPORT, "boarding for everyone", 6, "3 3 3 2, 3 4 8 2, 3 4 5 2", ended=How.SIGNED),
    Told(
        "Tamar Dairies",
        FOOD,
        "the cheese cutter",
        9,
        "4 2 9 3, 4 2 5 4, 5 2 7 4, 4 1 8 4, -",
        since=7,
        ended=How.LOST,
        reason="no budget",
    ),
    Told(
        "Lumen Trams",
        TRANSPORT,
        "the driver's desk",
        9,
        "4 3 6 2, 3 3 4 2, 4 3 4 3, 3 2 3 3, 3 2 2 3",
        ended=How.LOST,
        reason="they chose someone else",
    ),
    Told(
        "Sable Instruments",
        MACHINERY,
        "a family look for six gauges",
        10,
        "4 2 4 3, 4 2 5 3, 4 3 5 2, 4 4 5 2, 3 5 4 1",
        ended=How.SIGNED,
    ),
    Told("Osprey Wind", ENERGY, "the nacelle ladder", 10, "3 2 2 3, 2 2 1 3, -", ended=How.COOLED),
    Told(
        "Pell Rolling Stock",
        TRANSPORT,
        "seats for the night train",
        11,
        "5 2 8 4, 5 2 12 4, 4 2 10 4, 4 1 8 5, 4 1 4 4",
        since=10,
        ended=How.LOST,
        reason="nobody with power behind it",
    ),
    Told(
        "Northgate Hoists",
        MACHINERY,
        "the yard crane cab",
        11,
        "4 2 4 4, 4 2 7 4, 4 2 7 4, 4 1 6 5",
        ended=How.PARTED,
        reason="every talk was about the price",
    ),
    Told(
        "Ionic Health",
        MEDICAL,
        "an infusion stand",
        12,
        "4 3 3 2, 4 3 4 2, 3 3 4 2, 3 3 3 2, 2 4 6 2, 3 4 4 1",
        ended=How.SIGNED,
        dream=True,
    ),
    Told(
        "Vance Turbines",
        ENERGY,
        "the service platform",
        13,
        "4 2 6 4, 5 2 9 4, 4 2 8 4, 4 1 14 5",
        since=12,
        ended=How.PARTED,
        reason="nobody with power behind it",
    ),
    Told("Ionic Health GmbH", MEDICAL, "", 13, "? ? ? 2"),
    Told(
        "Bryher Ferries",
        TRANSPORT,
        "the second quay",
        14,
        "2 2 2 4, -",
        ended=How.LEFT,
        reason="their new owner has a studio",
        client=True,
    ),
    Told(
        "Quill Optics",
        MEDICAL,
        "the eye scanner",
        14,
        "4 3 5 3, 4 2 8 4, 4 2 12 4, 4 2 9 4, 4 1 8 5",
        ended=How.PARTED,
        reason="it cost too much of me",
    ),
    Told("Hollis Castings", MACHINERY, "the cooling hall", 15, "3 3 3 2, 3 2 4 3, -", ended=How.COOLED, client=True),
    Told(
        "Acme Robotics",
        MEDICAL,
        "the gripper line",
        17,
        "4 3 6 3, 5 3 9 3, 5 2 11 4, 5 2 13 4, 5 2 13 4, 5 2 11 4, 5 2 9 4",
        since=16,
    ),
    Told(
        "Northgate Hoists",
        MACHINERY,
        "the yard crane cab, paid by the day",
        18,
        "2 4 3 2, 3 4 3 2, 4 5 3 1",
        ended=How.SIGNED,
    ),
    Told(
        "Arden Lighting",
        TRANSPORT,
        "lamps for the platforms",
        18,
        "3 3 4 3, 4 3 3 3, 3 2 1 3",
        ended=How.LOST,
        reason="no decision",
    ),
    Told("Delphi Labs", MEDICAL, "the pilot cell", 19, "4 3 3 2, 4 3 5 2, 5 4 8 3, 4 2 6 3, 4 2 5 4", dream=True),
    Told(
        "Whitby Scanners",
        MEDICAL,
        "the trolley for the small ward",
        19,
        "3 3 2 2, 3 4 4 2, 3 4 5 2, 4 5 4 1",
        ended=How.SIGNED,
    ),
    Told("Eastgate Energy", ENERGY, "the valve audit", 21, "4 3 4 2, 4 3 5 2, 3 3 4 2"),
    Told("Calder Rail", TRANSPORT, "the depot retrofit", 22, "3 3 4 1, 4 3 6 1", dream=True),
    Told("Borealis Foods", FOOD, "samples for the lab", 23, "2 4 2 2"),
)

MERGED = {14: ("Ionic Health GmbH", "Ionic Health")}
"""By month: the duplicate, and whom it turned out to be."""

RENAMED = {12: ("Sable Instruments", "Sable & Daughters")}
"""By month: a prospect's old name and its new one. The tables go on using the old one."""
