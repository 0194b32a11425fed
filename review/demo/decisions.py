"""What the made-up studio decided about whom, and what became of its stop rules: tables only."""

from __future__ import annotations

from msgspec import Struct

from review.records import Decision, RuleOutcome


class Decided(Struct, frozen=True):
    """What a closer look ended in, the hours allowed until the next review, and a stop rule.

    `rule` is the state and the action, `by` the month and day between them.
    """

    at: int
    name: str
    decision: Decision
    hours: float | None = None
    rule: tuple[str, str] | None = None
    by: tuple[int, int] = (0, 1)


DECIDED = (
    Decided(1, "Juno Aero", Decision.LIMIT, 10),
    Decided(
        2,
        "Juno Aero",
        Decision.CHECK_FIRST,
        8,
        ("nobody with a budget has joined a call", "send no more drawings"),
        (3, 20),
    ),
    Decided(4, "Juno Aero", Decision.LIMIT, 6),
    Decided(5, "Juno Aero", Decision.LIMIT, 6),
    Decided(
        4,
        "Marlow Water",
        Decision.ENGAGE,
        6,
        ("nobody has named who signs", "ask to meet the director myself"),
        (5, 20),
    ),
    Decided(5, "Marlow Water", Decision.ENGAGE, 6),
    Decided(4, "Hartmann Pumps", Decision.LIMIT, 4),
    Decided(5, "Hartmann Pumps", Decision.LIMIT, 4),
    Decided(
        6,
        "Hartmann Pumps",
        Decision.LIMIT,
        4,
        ("they have not ordered one paid sample", "send no more samples, and say why"),
        (7, 20),
    ),
    Decided(6, "Bryher Ferries", Decision.ENGAGE, 4),
    Decided(9, "Bryher Ferries", Decision.ENGAGE, 5),
    Decided(9, "Tamar Dairies", Decision.LIMIT, 4),
    Decided(10, "Tamar Dairies", Decision.LIMIT, 4),
    Decided(11, "Tamar Dairies", Decision.LIMIT, 4, ("there is no trial order", "stop the samples"), (12, 15)),
    Decided(10, "Orrin Diagnostics", Decision.CHECK_FIRST, 4),
    Decided(11, "Sable Instruments", Decision.CHECK_FIRST, 6),
    Decided(12, "Sable Instruments", Decision.ENGAGE, 6),
    Decided(13, "Sable Instruments", Decision.ENGAGE, 6),
    Decided(11, "Pell Rolling Stock", Decision.LIMIT, 6),
    Decided(12, "Pell Rolling Stock", Decision.LIMIT, 6),
    Decided(13, "Pell Rolling Stock", Decision.LIMIT, 6, ("their board has not met", "stop drawing"), (14, 12)),
    Decided(13, "Northgate Hoists", Decision.REFRAME, 5),
    Decided(13, "Ionic Health", Decision.ENGAGE, 5),
    Decided(14, "Ionic Health", Decision.ENGAGE, 5),
    Decided(
        14,
        "Vance Turbines",
        Decision.LIMIT,
        6,
        ("the plant manager has not come to a talk", "take the hours back"),
        (17, 10),
    ),
    Decided(
        17,
        "Quill Optics",
        Decision.CHECK_FIRST,
        6,
        ("the sample order is not in writing", "stop the samples"),
        (18, 15),
    ),
    Decided(18, "Quill Optics", Decision.LIMIT, 6),
    Decided(18, "Acme Robotics", Decision.ENGAGE, 8),
    Decided(19, "Acme Robotics", Decision.CHECK_FIRST, 6),
    Decided(20, "Acme Robotics", Decision.LIMIT, 4),
    Decided(21, "Acme Robotics", Decision.LIMIT, 4, ("there is no purchase order", "send no more drawings"), (22, 15)),
    Decided(22, "Acme Robotics", Decision.LIMIT, 4),
    Decided(23, "Acme Robotics", Decision.LIMIT, 4),
    Decided(20, "Whitby Scanners", Decision.ENGAGE, 4),
    Decided(21, "Whitby Scanners", Decision.ENGAGE, 5),
    Decided(21, "Eastgate Energy", Decision.CHECK_FIRST, 5),
    Decided(22, "Delphi Labs", Decision.CHECK_FIRST),
    Decided(22, "Calder Rail", Decision.ENGAGE, 6),
    Decided(23, "Delphi Labs", Decision.LIMIT, 4, ("nobody has named who signs", "stop all unpaid work"), (24, 14)),
)

RULES = {
    (4, "Juno Aero"): (RuleOutcome.NEW_DATE, (5, 15)),
    (5, "Juno Aero"): (RuleOutcome.DONE, None),
    (5, "Marlow Water"): (RuleOutcome.HAPPENED, None),
    (9, "Hartmann Pumps"): (RuleOutcome.DONE, None),
    (12, "Tamar Dairies"): (RuleOutcome.NOT_TRUE, None),
    (14, "Pell Rolling Stock"): (RuleOutcome.NEW_DATE, (15, 10)),
    (15, "Pell Rolling Stock"): (RuleOutcome.DONE, None),
    (17, "Vance Turbines"): (RuleOutcome.DONE, None),
    (19, "Quill Optics"): (RuleOutcome.DONE, None),
    (22, "Acme Robotics"): (RuleOutcome.NEW_DATE, (23, 15)),
    (23, "Acme Robotics"): (RuleOutcome.DONE, None),
}
"""What became of a rule whose date had passed, by the month that says so and the prospect; one waits a month."""
