"""Every screen at every size in both themes: as it is kept, and with nothing that overlaps, is cut or can't be read."""

from itertools import groupby
from pathlib import Path

import pytest

from tests.tui.looks import kept
from tests.tui.looks.tour import Tour
from tests.tui.looks.walk import CROWDED_TOURS, HOME, SMALL, TOURS, walked


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.name)
async def test_a_tour_finds_every_screen_as_it_is_kept_and_without_fault(
    tour: Tour, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", HOME)
    monkeypatch.chdir(tmp_path)
    looks = [look async for look in walked(tour, Path())]
    assert [f"{look}: {fault}" for look in looks for fault in look.faults] == []
    by_name = {name: kept.written(of_it) for name, of_it in groupby(looks, key=lambda look: look.name)}
    differ = {name: kept.difference(name, text) for name, text in by_name.items()}
    differ = {name: difference for name, difference in differ.items() if difference}
    assert not differ, "\n\n".join([HOW_TO_KEEP, *(f"{name}\n{differ[name]}" for name in differ)])


@pytest.mark.parametrize("tour", CROWDED_TOURS, ids=lambda tour: tour.name)
async def test_many_prospects_and_names_of_any_length_leave_every_screen_whole(
    tour: Tour, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", HOME)
    monkeypatch.chdir(tmp_path)
    found = [f"{look}: {fault}" async for look in walked(tour, Path(), SMALL) for fault in look.faults]
    assert found == []


HOW_TO_KEEP = "Where this is meant: python -m tests.tui.looks.keep"


def test_the_colours_are_as_they_are_kept() -> None:
    assert kept.difference(kept.COLOURS, kept.colours()) == ""


def test_no_two_tours_have_a_name_in_common() -> None:
    assert len({tour.name for tour in TOURS}) == len(TOURS)
