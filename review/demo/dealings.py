"""What they did, said and were given in the made-up history: tables only."""

from __future__ import annotations

from msgspec import Struct

from review.records import ClaimState, Degree, MoveKind, Reason


class Did(Struct, frozen=True):
    """A move of theirs, told in the session of a month; `day` is in that month, or in the skipped one before."""

    told: int
    name: str
    day: tuple[int, int]
    kind: MoveKind
    what: str
    asked_for: bool | None = None
    ahead: tuple[int, int] | None = None


REPLY, MEETING, ASKED = MoveKind.REPLY, MoveKind.MEETING, MoveKind.ASKED
HOMEWORK, ACCESS, DATED, PAID = MoveKind.HOMEWORK, MoveKind.ACCESS, MoveKind.DATED, MoveKind.PAID

MOVES = (
    Did(0, "Juno Aero", (0, 9), ASKED, "asked for a fourth colour study"),
    Did(0, "Kestrel Lifts", (0, 14), REPLY, "said the budget talks go on", asked_for=True),
    Did(0, "Hollis Castings", (0, 20), HOMEWORK, "measured the guard on all three lines", asked_for=False),
    Did(0, "Fenwick Foods", (0, 6), MEETING, "walked us along the line"),
    Did(1, "Juno Aero", (1, 17), ASKED, "asked for drawings for their stand at the fair"),
    Did(1, "Hollis Castings", (1, 12), ACCESS, "brought the works manager to the call", asked_for=False),
    Did(1, "Marlow Water", (1, 22), MEETING, "two engineers came to the studio"),
    Did(2, "Hollis Castings", (2, 18), DATED, "ordered the guard for their shutdown", asked_for=False, ahead=(4, 7)),
    Did(2, "Marlow Water", (2, 8), REPLY, "sent the drawings of the pump house", asked_for=True),
    Did(2, "Hartmann Pumps", (2, 19), ASKED, "asked for two samples"),
    Did(4, "Fenwick Foods", (4, 3), REPLY, "wrote that the season comes first", asked_for=True),
    Did(4, "Marlow Water", (4, 16), HOMEWORK, "drew up the list of panels themselves", asked_for=False),
    Did(4, "Orrin Diagnostics", (4, 11), MEETING, "an hour with the head of the lab", asked_for=True),
    Did(4, "Hartmann Pumps", (3, 26), ASKED, "asked for another sample"),
    Did(5, "Marlow Water", (5, 12), ACCESS, "the director came to the second half", asked_for=False),
    Did(5, "Corvid Sensors", (5, 19), ASKED, "asked what it would cost, roughly"),
    Did(6, "Marlow Water", (6, 14), PAID, "paid for the first panel", asked_for=False),
    Did(6, "Bryher Ferries", (6, 25), MEETING, "a crossing with the crew"),
    Did(6, "Orrin Diagnostics", (6, 10), REPLY, "will come back to us", asked_for=True),
    Did(9, "Bryher Ferries", (9, 12), HOMEWORK, "asked forty passengers what they can't reach", asked_for=False),
    Did(9, "Tamar Dairies", (9, 18), ASKED, "asked for a model in wood"),
    Did(9, "Lumen Trams", (8, 21), MEETING, "two drivers came along"),
    Did(9, "Hartmann Pumps", (7, 15), ASKED, "asked for a fifth sample"),
    Did(10, "Bryher Ferries", (10, 20), PAID, "paid the first third", asked_for=False),
    Did(10, "Lumen Trams", (10, 9), REPLY, "tender papers are being written", asked_for=True),
    Did(10, "Sable Instruments", (10, 23), ASKED, "asked for our day rate, twice"),
    Did(11, "Lumen Trams", (11, 15), DATED, "named the day of their tender", asked_for=False, ahead=(13, 1)),
    Did(11, "Sable Instruments", (11, 24), MEETING, "showed us all six gauges", asked_for=True),
    Did(11, "Northgate Hoists", (11, 5), ASKED, "asked for a price per hour"),
    Did(12, "Sable Instruments", (12, 17), HOMEWORK, "sent the gauges, and what their users write", asked_for=False),
    Did(12, "Ionic Health", (12, 21), MEETING, "a morning on the ward"),
    Did(12, "Pell Rolling Stock", (12, 7), REPLY, "the board has it", asked_for=True),
    Did(13, "Sable Instruments", (13, 19), ACCESS, "the older daughter signs, and came herself", asked_for=False),
    Did(13, "Ionic Health", (13, 14), REPLY, "sent the nurses' list", asked_for=True),
    Did(13, "Northgate Hoists", (13, 8), ASKED, "asked for ten per cent less"),
    Did(13, "Vance Turbines", (13, 22), MEETING, "coffee with the head of service", asked_for=True),
    Did(14, "Sable Instruments", (14, 11), PAID, "paid for three of the six", asked_for=False),
    Did(14, "Ionic Health", (14, 25), DATED, "named the day of their launch", asked_for=False, ahead=(21, 3)),
    Did(14, "Quill Optics", (14, 18), MEETING, "an evening at their fair", asked_for=True),
    Did(15, "Ionic Health", (15, 10), MEETING, "tried the model on two wards"),
    Did(15, "Vance Turbines", (15, 12), ASKED, "asked for the drawings in another format"),
    Did(15, "Hollis Castings", (15, 21), MEETING, "lunch at the foundry"),
    Did(17, "Ionic Health", (17, 15), HOMEWORK, "wrote the test plan themselves", asked_for=False),
    Did(17, "Quill Optics", (16, 28), ASKED, "asked for two more variants"),
    Did(17, "Acme Robotics", (17, 19), MEETING, "the plant tour", asked_for=True),
    Did(18, "Ionic Health", (18, 22), PAID, "ordered forty stands", asked_for=False),
    Did(18, "Northgate Hoists", (18, 9), HOMEWORK, "came back with the crane drivers' notes", asked_for=False),
    Did(18, "Arden Lighting", (18, 24), MEETING, "looked at lamps on our platform"),
    Did(18, "Acme Robotics", (18, 16), ASKED, "asked for a second concept"),
    Did(
        19, "Northgate Hoists", (19, 13), DATED, "named a date, a budget and who signs", asked_for=False, ahead=(20, 12)
    ),
    Did(19, "Delphi Labs", (19, 20), MEETING, "a day in the lab", asked_for=True),
    Did(19, "Whitby Scanners", (19, 11), MEETING, "showed us the ward"),
    Did(20, "Northgate Hoists", (20, 12), PAID, "paid the first week", asked_for=False),
    Did(20, "Whitby Scanners", (20, 18), HOMEWORK, "built the trolley in cardboard", asked_for=False),
    Did(20, "Delphi Labs", (20, 9), ASKED, "asked for a workshop"),
    Did(20, "Acme Robotics", (20, 23), ASKED, "asked for drawings of the second arm"),
    Did(21, "Whitby Scanners", (21, 16), ACCESS, "brought the head of purchasing along", asked_for=False),
    Did(21, "Delphi Labs", (21, 19), ASKED, "asked for a second workshop"),
    Did(21, "Eastgate Energy", (21, 24), MEETING, "two hours at the valve store"),
    Did(22, "Whitby Scanners", (22, 14), PAID, "signed, and paid a third", asked_for=False),
    Did(22, "Eastgate Energy", (22, 17), HOMEWORK, "counted the valves themselves", asked_for=False),
    Did(22, "Calder Rail", (22, 21), MEETING, "a night shift in the depot"),
    Did(23, "Delphi Labs", (23, 12), ASKED, "asked for a third workshop"),
    Did(23, "Calder Rail", (23, 15), ACCESS, "the depot manager joined the talk", asked_for=False),
    Did(23, "Eastgate Energy", (23, 9), REPLY, "sent the list of valves", asked_for=True),
    Did(23, "Borealis Foods", (23, 20), HOMEWORK, "sent samples, and a plan of the lab", asked_for=False),
)

GIVEN = {
    (0, "Juno Aero"): "4 colour studies, a workshop",
    (0, "Kestrel Lifts"): "a concept",
    (1, "Juno Aero"): "6 drawings, a workshop",
    (2, "Juno Aero"): "5 drawings",
    (4, "Juno Aero"): "a model",
    (4, "Hartmann Pumps"): "3 samples",
    (5, "Hartmann Pumps"): "2 samples, 2 calls",
    (6, "Hartmann Pumps"): "2 samples",
    (9, "Hartmann Pumps"): "3 samples, a call",
    (9, "Corvid Sensors"): "2 concepts, 3 calls",
    (9, "Tamar Dairies"): "a model in wood",
    (11, "Tamar Dairies"): "3 samples",
    (11, "Pell Rolling Stock"): "a seat, 2 drawings",
    (12, "Pell Rolling Stock"): "4 drawings",
    (13, "Pell Rolling Stock"): "3 drawings, a visit",
    (13, "Northgate Hoists"): "2 offers",
    (14, "Vance Turbines"): "5 drawings",
    (17, "Vance Turbines"): "a workshop, 2 visits",
    (17, "Quill Optics"): "4 variants, a call",
    (18, "Quill Optics"): "2 variants",
    (19, "Acme Robotics"): "2 concepts, a call",
    (20, "Acme Robotics"): "6 drawings, a workshop",
    (21, "Acme Robotics"): "5 drawings, 2 calls",
    (22, "Acme Robotics"): "3 drawings",
    (23, "Acme Robotics"): "2 drawings, a call",
    (22, "Delphi Labs"): "a workshop",
    (23, "Delphi Labs"): "2 drawings, a workshop, 3 reference calls",
    (22, "Calder Rail"): "nothing",
    (23, "Calder Rail"): "a sketch",
}


class Said(Struct, frozen=True):
    """A claim of theirs, first heard in one session and checked in another; `checked` None: never."""

    heard: int
    name: str
    text: str
    checked: int | None = None
    state: ClaimState = ClaimState.UNCHECKED
    by: str | None = None


CONFIRMED, CONTRADICTED = ClaimState.CONFIRMED, ClaimState.CONTRADICTED

CLAIMS = (
    Said(0, "Juno Aero", "It is decided, only the paperwork is left", 4, CONTRADICTED, "a tender in the trade paper"),
    Said(1, "Juno Aero", "Nobody else could do the trolley"),
    Said(1, "Marlow Water", "The pump house is funded", 2, CONFIRMED, "the council's minutes"),
    Said(4, "Hartmann Pumps", "The order comes after the fair", 9, CONTRADICTED, "the fair has been and gone"),
    Said(9, "Tamar Dairies", "The new hall opens this year"),
    Said(11, "Pell Rolling Stock", "We are in the last two", 14, CONTRADICTED, "five were asked"),
    Said(12, "Ionic Health", "There is a day for the launch", 14, CONFIRMED, "their own calendar"),
    Said(14, "Quill Optics", "The samples lead to an order", 18, CONTRADICTED, "the order went to their cousin"),
    Said(18, "Acme Robotics", "The line is budgeted for this year", 22, CONTRADICTED, "their buyer knows of nothing"),
    Said(19, "Acme Robotics", "We are ready for the next level"),
    Said(20, "Delphi Labs", "The budget is approved", 21, CONFIRMED, "a mail from finance"),
    Said(21, "Delphi Labs", "We are poised to move to the next level"),
    Said(22, "Delphi Labs", "The site manager wants it"),
    Said(22, "Calder Rail", "The depot has money left this year", 23, CONFIRMED, "the works order"),
)

WHY_US = {
    (1, "Juno Aero"): "they saw the ferry seats in a magazine",
    (9, "Tamar Dairies"): "their last designer retired",
    (20, "Acme Robotics"): "a talk at the trade school",
    (22, "Delphi Labs"): "a talk I gave on small labs",
    (22, "Calder Rail"): "the night trains, and what drivers said of them",
}

SIGNS: dict[tuple[int, str], tuple[Degree, Degree, Degree]] = {
    (2, "Dunmore Glass"): ("some", "clear", "no"),
    (2, "Juno Aero"): ("no", "some", "some"),
    (6, "Hartmann Pumps"): ("some", "no", "clear"),
    (13, "Northgate Hoists"): ("clear", "some", "no"),
    (17, "Vance Turbines"): ("no", "some", "clear"),
    (18, "Acme Robotics"): ("no", "some", "no"),
    (21, "Acme Robotics"): ("some", "some", "unknown"),
    (23, "Delphi Labs"): ("no", "some", "unknown"),
}

REASONS = {
    (0, "Kestrel Lifts"): (Reason.BUDGET, None),
    (2, "Juno Aero"): (Reason.PRIORITY, "the fair"),
    (5, "Hartmann Pumps"): (Reason.NO_OWNER, None),
    (10, "Orrin Diagnostics"): (Reason.LEGAL, None),
    (12, "Pell Rolling Stock"): (Reason.CHOOSING, None),
    (15, "Vance Turbines"): (Reason.NO_PAIN, None),
    (18, "Quill Optics"): (Reason.DONT_KNOW, None),
    (20, "Acme Robotics"): (Reason.OWN, "the founder travels"),
    (22, "Acme Robotics"): (Reason.NO_OWNER, None),
    (23, "Acme Robotics"): (Reason.NO_OWNER, None),
    (23, "Delphi Labs"): (Reason.BUDGET, "the new budget year"),
}

MONEY = {
    (0, "Juno Aero"): 310.0,
    (2, "Juno Aero"): 180.0,
    (6, "Hartmann Pumps"): 95.0,
    (13, "Pell Rolling Stock"): 120.0,
    (20, "Acme Robotics"): 140.0,
    (23, "Acme Robotics"): 240.0,
}

NOTES = {
    (1, "Juno Aero"): "I keep redrawing the hinge at night. Nobody asked for the hinge.",
    (9, "Bryher Ferries"): "They asked the passengers before they asked us.",
    (14, "Northgate Hoists"): "Said it kindly. He was surprised, and so was I.",
    (18, "Northgate Hoists"): "Rang on a Tuesday. They will pay by the day.",
    (19, "Quill Optics"): "Two sentences, sent before lunch. No answer, and no hole in the week.",
    (22, "Calder Rail"): "The night shift knew every bolt by its nickname.",
    (23, "Acme Robotics"): "One drawing slipped out all the same.",
}
