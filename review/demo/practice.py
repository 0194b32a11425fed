"""What the made-up studio saw in its market, learned, promised and told itself: tables only."""

from __future__ import annotations

from msgspec import Struct

from review.demo.people import ENERGY, FOOD, MACHINERY, MEDICAL, SESSIONS, TRANSPORT, UNIVERSITIES
from review.records import GoalKind, Mode, Outcome

RATED = {
    #              0  1  2  4  5  6  9  10 11 12 13 14 15 17 18 19 20 21 22 23
    MEDICAL: "     -- -- -- 32 32 32 32 32 32 33 33 34 34 34 34 35 34 34 34 34",
    TRANSPORT: "   35 35 35 35 34 33 33 33 33 34 33 32 31 21 32 32 32 21 32 33",
    ENERGY: "      41 41 41 41 ?1 41 41 42 42 42 43 43 43 43 41 41 41 43 43 43",
    FOOD: "        32 32 32 32 31 31 33 33 33 33 32 21 21 21 31 21 21 31 31 32",
    MACHINERY: "   34 34 34 34 34 34 33 34 34 33 34 33 32 32 33 32 32 21 22 22",
    UNIVERSITIES: "-- -- 31 31 31 32 31 31 31 42 41 41 41 41 41 41 42 41 41 41",
}
"""Potential and attention, an entry a session; ``--`` where the segment was not asked about yet."""

RESTING = {(15, FOOD): 18}
"""Segments left alone by choice, and the month until which."""


class Action(Struct, frozen=True):
    """Who is in a segment that was not met, and one thing to do there."""

    unmet: str
    action: str


ACTIONS = {
    (2, UNIVERSITIES): Action("the lab at Northfield", "Ask Northfield who buys their fittings"),
    (5, UNIVERSITIES): Action("the lab at Northfield", "Visit the open day at Northfield"),
    (9, ENERGY): Action("anybody who repairs turbines", "Ask two wind parks who climbs"),
    (11, UNIVERSITIES): Action("the workshop master", "Lend the workshop a model"),
    (18, ENERGY): Action("a plant manager", "Find out who keeps valves"),
    (20, ENERGY): Action("a plant manager", "Call two plants in energy"),
    (19, UNIVERSITIES): Action("the lab manager at Northfield", "Send the lab manager one page"),
    (21, UNIVERSITIES): Action("the lab manager at Northfield", "Call the lab manager at Northfield"),
    (22, FOOD): Action("anybody with a test kitchen", "Write to two test kitchens"),
    (23, UNIVERSITIES): Action("the lab manager at Northfield", "Two calls to Northfield"),
}


class Goal(Struct, frozen=True):
    """A learning goal: its months with the progress in each session from the first on, and how it ended."""

    first: int
    title: str
    kind: GoalKind
    progress: tuple[int, ...]
    done_when: str = ""
    target: int | None = None
    by: int | None = None
    i_will: str = ""
    when: str = ""
    dropped: bool = False


GOALS = (
    Goal(
        0,
        "Design for assembly",
        GoalKind.BOOK,
        (2, 6, 9, 10),
        "notes on all ten chapters",
        10,
        4,
        "read ten pages",
        "the coffee is on",
    ),
    Goal(1, "Conversational German", GoalKind.SKILL, (1, 2, 2, 2, 2), "an hour without English", dropped=True),
    Goal(5, "Meet 4 people who buy, not sell", GoalKind.PEOPLE, (0, 1, 2, 3, 4), "four lunches", 4, 11),
    Goal(10, "Surface modelling course", GoalKind.SKILL, (1, 2, 4, 5, 6), "the sixth part handed in", 6, 15),
    Goal(18, "Saying no without a reason", GoalKind.BOOK, (3, 7, 10), "read, and lent on", 10, 20),
    Goal(
        21,
        "DMAIC for service work",
        GoalKind.BOOK,
        (0, 2, 4),
        "notes on all ten chapters",
        10,
        25,
        "write up one chapter",
        "I wait for the train",
    ),
    Goal(
        22,
        "Meet 3 plant managers",
        GoalKind.PEOPLE,
        (0, 0),
        "three visits made",
        3,
        26,
        "ask the SME chapter who teaches",
    ),
)

K, P, M, N = Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.NOT_TRUE


class Promised(Struct, frozen=True):
    """A commitment and what the next session says became of it; None: not answered.

    Words that a session brings up are chosen there, others are its own. `by` is a month and a day.
    """

    text: str
    outcome: Outcome | None = None
    by: tuple[int, int] | None = None
    always: bool = False
    note: str | None = None


PROMISES: dict[int, tuple[Promised, ...]] = {
    0: (Promised("Not more than ten hours for Juno Aero", M), Promised("Answer Hollis Castings the same day", K)),
    1: (
        Promised("At most 10 h for Juno Aero until they move", M, note="the hinge again"),
        Promised("Ask Marlow Water for the plan of the pump house", K),
        Promised("Call Kestrel Lifts only once", P),
    ),
    2: (
        Promised("Check what Juno Aero says before giving more", M),
        Promised("Ask Northfield who buys their fittings", N, (3, 12)),
    ),
    4: (
        Promised("Ask Marlow Water who signs, and by when", K, (5, 6)),
        Promised("Take Fridays for the studio's own work", M, always=True),
        Promised("At most 4 h for Hartmann Pumps until they move", M),
    ),
    5: (Promised("Visit the open day at Northfield", K), Promised("No samples without a paper", M, always=True)),
    6: (Promised("Send Marlow Water the whole plan", K), Promised("Two lunches with people who buy", P)),
    9: (
        Promised("Ask two wind parks who climbs", K, (10, 10)),
        Promised("Tell Corvid Sensors, kindly", K, (10, 3)),
        Promised("At most 4 h for Tamar Dairies until they move", M),
    ),
    10: (Promised("Write to Hartmann Pumps that it ends here", K), Promised("Draw nothing after six", P, always=True)),
    11: (
        Promised("Lend the workshop a model", K, (12, 15)),
        Promised("At most 6 h for Pell Rolling Stock until they move", M),
        Promised("Finish part three of the course", K),
    ),
    12: (
        Promised("Ask Sable & Daughters who signs, and by when", K),
        Promised("No drawing for Pell without a date", M),
    ),
    13: (
        Promised("Ask Ionic Health who signs, and by when", K),
        Promised("Offer Northgate Hoists something smaller, and paid", K),
        Promised("Pack up the Tamar samples", P),
    ),
    14: (Promised("Call every client once"), Promised("At most 6 h for Vance Turbines until they move")),
    15: (Promised("Two weeks off, both of us", K), Promised("Say thank you to Bryher Ferries", K)),
    17: (
        Promised("Check what Quill Optics says before giving more", P),
        Promised("Find the hours that Vance Turbines had a use", K),
    ),
    18: (
        Promised("Ask Acme Robotics who signs, and by when", M, (19, 12)),
        Promised("Find out who keeps valves", M),
        Promised("Answer Northgate Hoists by the day, not by the night", K),
    ),
    19: (
        Promised("Check what Acme Robotics says before giving more", P),
        Promised("Send the lab manager one page", K, (20, 8)),
        Promised("Two sentences to Quill Optics", K),
    ),
    20: (
        Promised("Call two plants in energy", K, (21, 10), note="both want a visit"),
        Promised("At most 4 h for Acme Robotics until they move", M),
        Promised("Ask Whitby Scanners who signs, and by when", K),
    ),
    21: (
        Promised("Call the lab manager at Northfield", M, (22, 12)),
        Promised("Ask Whitby Scanners who signs, and by when", K),
        Promised("Write up one chapter when I wait for the train", K),
    ),
    22: (
        Promised("Write to two test kitchens", K, (23, 12), note="Borealis Foods wrote back"),
        Promised("At most 4 h for Acme Robotics until they move", M, note="one drawing slipped out"),
        Promised("Ask Calder Rail who signs, and by when", K),
    ),
    23: (
        Promised("Two calls to Northfield", by=(24, 10)),
        Promised("No unpaid drawings for Acme Robotics", always=True),
        Promised("Ask the SME chapter who teaches"),
    ),
}

UNHEARD = {
    4: "Hollis Castings",
    10: "Marlow Water",
    14: "Hollis Castings",
    18: None,
    21: "Hollis Castings",
    23: "Marlow Water",
}
"""The client who had not heard; None is not known, and in every other session but the first it was none of them."""

RETURNED = {(17, "Northgate Hoists"): True}
"""Those who came back by themselves; nobody else did."""


class Closing(Struct, frozen=True):
    """The end of a session: fear or conviction, a line, how long it took in minutes, and the days after the month."""

    conviction: int
    line: str
    minutes: float
    late: int = 0
    mode: Mode = "full"


CLOSINGS = dict(
    zip(
        SESSIONS,
        (
            Closing(1, "I did not know that it was twenty hours.", 19.5),
            Closing(2, "It is not love if only I write.", 16.0, 3),
            Closing(2, "They like my drawings. They do not buy them.", 15.5),
            Closing(2, "Two months away from the list, and nobody noticed.", 17.0),
            Closing(2, "They send postcards. Marlow Water sends drawings.", 14.0, 5),
            Closing(3, "Marlow Water paid, and I was almost disappointed that it was easy.", 14.0),
            Closing(3, "Three months went on without them.", 17.5),
            Closing(3, "Hartmann Pumps is a shelf of samples.", 13.0, 2),
            Closing(2, "Again a beautiful train.", 14.5),
            Closing(2, "What would I draw if nobody asked?", 13.0),
            Closing(3, "Three of seven have never done a thing for it.", 15.0, 8),
            Closing(4, "Letting go took four minutes.", 12.5),
            Closing(3, "", 7.0, 1, "quick"),
            Closing(3, "Fourteen hours up a turbine that is not mine.", 16.0),
            Closing(4, "Who comes back by himself brings his own chair.", 12.0),
            Closing(4, "Two sentences, sent before lunch.", 12.5),
            Closing(4, "Thirteen hours. I know, I know.", 13.0, 4),
            Closing(4, "The valves are more fun than I thought.", 12.0),
            Closing(4, "Ask what they do, not what they say.", 13.0),
            Closing(4, "They can wait a day. So can I.", 14.0),
        ),
        strict=True,
    )
)


class Amended(Struct, frozen=True):
    """A correction of a session, made some days into the month after it: whose hours were really how many, and why."""

    name: str
    hours: float
    why: str
    day: int


AMENDED = {
    11: Amended("Tamar Dairies", 8.0, "The evening at the dairy was missing.", 9),
    20: Amended("Delphi Labs", 4.0, "One of the calls was paid after all.", 14),
}
