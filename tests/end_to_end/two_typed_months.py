"""October for five invented prospects in four segments, and the November that follows from it."""

from tests.end_to_end.ritual import DATED, HOMEWORK, Closer, Ended, Goal, Month, Moved, Part, Who

ACME, BOREALIS, CALDER, DELPHI, ELM, FJORD = (
    "Acme Robotics",
    "Borealis Health",
    "Calder Rail",
    "Delphi Foods",
    "Elm County",
    "Fjord Ferries",
)
MEDICAL, RAIL, FOOD, PUBLIC = "medical devices", "rail", "food | drink", "public *sector*"

OCTOBER = Month(
    people=(
        Who(
            ACME,
            MEDICAL,
            "the retrofit project",
            "March",
            yours="5",
            theirs="2",
            move=Moved("1", "12 oct", "answered after two reminders", asked="2"),
            reason="1",
            hours="11",
            energy="4",
            money="120",
            closer=Closer(
                "2 drawings, a workshop",
                claims=(("the board has approved it", "1", ""), ("their old vendor left", "2", "a mail from them")),
                why="their last vendor went quiet",
                signs="123",
                decision="2",
                limit="4",
                rule=("nobody names who signs", "stop all drawings"),
            ),
        ),
        Who(
            BOREALIS,
            MEDICAL,
            "a pilot ward",
            "2",
            dream=True,
            yours="3",
            theirs="4",
            move=Moved(HOMEWORK, "20 oct", "sent their floor plan"),
            hours="2.5",
            energy="2",
        ),
        Who(CALDER, RAIL, "the depot", yours="2", theirs="4", move=Moved("2", "7 oct", "coffee"), hours="1"),
        Who(
            DELPHI,
            FOOD,
            "a <test> line",
            "2026-05",
            yours="4",
            theirs="1",
            reason="7",
            hours="6",
            energy="5",
            closer=Closer(
                "3 calls",
                claims=(("the budget is there", "3", "their own report"),),
                why="a talk in May",
                signs="230",
                decision="3",
                limit="2",
                rule=("no date by then", "close the file"),
            ),
        ),
        Who(ELM, PUBLIC, "the school roofs", yours="3", theirs="3", hours="?", energy="0"),
    ),
    segments={
        MEDICAL: Part("3", "5"),
        RAIL: Part("4", "3"),
        FOOD: Part("2", "3"),
        PUBLIC: Part("5", "1", "the head of works", "write to [her](https://example.org) # soon"),
    },
    goal=Goal("The Mom Test"),
    picks=3,
    conviction="2",
    line="I chase what I fear to lose.",
)

NOVEMBER = Month(
    people=(
        Who(
            ACME,
            yours="5",
            theirs="1",
            hours="9",
            energy="5",
            closer=Closer("a call", carried=(("3", "the board's minutes"),), why="", decision="4", limit="1"),
        ),
        Who(
            BOREALIS,
            yours="3",
            theirs="5",
            move=Moved(DATED, "9 nov", "their board meets", ahead="1 March"),
            hours="7",
            energy="1",
        ),
        Who(
            DELPHI,
            yours="2",
            theirs="1",
            hours="0",
            energy="3",
            closer=Closer("nothing", decision="5", because="2"),
        ),
        Who(ELM, yours="0", theirs="0", hours="2", energy="2"),
        Who(FJORD, RAIL, "the crossing", yours="3", theirs="3", hours="1:30", energy="1"),
    ),
    look_back="211231",
    ended=Ended(ACME, CALDER, "1", words="the board | chose us"),
    segments={MEDICAL: Part("3", "4"), RAIL: Part("4", "2"), FOOD: Part("2", "2"), PUBLIC: Part("5", "4")},
    progress=3,
    picks=1,
    conviction="4",
    line="One thing at a time.",
)
