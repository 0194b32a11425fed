"""Real input: twelve accounts of a hardware seller, those with the most open deals, typed and reviewed."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end import markdown, ritual
from tests.end_to_end.command import Open, Run
from tests.end_to_end.ritual import Closer, Goal, Month, Moved, Part, Who

CRM = Path(__file__).parents[3] / "shared" / "data" / "crm"
OPEN_STAGES = {"Engaging", "Prospecting"}
IN_OCTOBER = "2017-10-31"
"""The deals were engaged in the months up to then."""

pytestmark = [
    pytest.mark.skipif(not CRM.is_dir(), reason=f"the sample of a CRM is not there: {CRM}"),
    pytest.mark.timeout(180),
]

CLOSER = Closer("2 demos, a call", claims=(("the budget is approved", "1", ""),), limit="4", rule=("no date", "stop"))


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CRM / name).read_text("utf-8-sig").splitlines()))


def accounts() -> tuple[Who, ...]:
    """Give the twelve accounts with the most open deals, each with its sector, its newest product, and since when."""
    deals = [deal for deal in rows_of("sales_pipeline.csv") if deal["deal_stage"] in OPEN_STAGES and deal["account"]]
    sectors = {account["account"]: account["sector"] for account in rows_of("accounts.csv")}
    most = Counter(deal["account"] for deal in deals).most_common(12)
    return tuple(
        who(name, count, sectors[name], [deal for deal in deals if deal["account"] == name], worst=at < 2)
        for at, (name, count) in enumerate(most)
    )


def who(name: str, count: int, sector: str, deals: list[dict[str, str]], *, worst: bool) -> Who:
    began = min((month_of(deal["engage_date"]) for deal in deals if deal["engage_date"]), default="")
    move = Moved("2", "12 oct", f"talked about the {deals[-1]['product']}") if count % 2 else None
    return Who(
        name,
        sector,
        deals[-1]["product"],
        began,
        yours="5" if worst else "3",
        theirs="1" if worst else "2",
        move=move,
        hours=str(count),
        energy="4" if worst else "2",
        closer=CLOSER if worst else None,
    )


def month_of(engaged: str) -> str:
    """Read a month from a date as the sample writes it: ``10/20/2016``."""
    month, _, year = engaged.split("/")
    return f"{year}-{int(month):02}"


def parts(people: tuple[Who, ...]) -> Mapping[str, Part]:
    """Rate every sector, the last of them as the most neglected."""
    names = list(dict.fromkeys(each.segment for each in people))
    rated = {name: Part("3", "3") for name in names[:-1]}
    return rated | {names[-1]: Part("5", "1", "the head of purchasing", "ask for a talk")}


def test_twelve_accounts_with_open_deals_typed_and_reviewed(terminal: Open, run: Run) -> None:
    people = accounts()
    opened = terminal("begin", columns=120, lines=40, OBSESS_REVIEW_TODAY=IN_OCTOBER)
    month = Month(people, segments=dict(parts(people)), goal=Goal("SPIN Selling", by="2017-12"), picks=3)
    ritual.whole(opened, month, new=people)
    ritual.finish(opened)
    print(f"twelve real accounts: {opened.presses} keys")  # noqa: T201 - for pytest -rP

    told = json.loads(run("show", "2017-10", "--json").stdout)
    names = {each["id"]: each["name"] for each in told["prospects"]}
    sectors = {each["id"]: each["name"] for each in told["segments"]}
    kept = {names[row["prospect"]]: row for row in told["answers"]["obsessions"]}
    assert list(kept) == [each.name for each in people]
    for each in people:
        row = kept[each.name]
        assert (sectors[row["segment"]], row["hope"]) == (each.segment, each.hope)
        assert (row["since"] if each.since else None) == (each.since or None)
        assert (str(row["yours"]), str(row["theirs"]), row["hours"]) == (each.yours, each.theirs, int(each.hours))
    tables = markdown.tables(run("export", "2017-10").stdout)
    assert [row[0] for row in tables["Urgency"][1:]] == [each.name for each in people]
    assert {row[0] for row in tables["Segments"][1:]} == {each.segment for each in people}
