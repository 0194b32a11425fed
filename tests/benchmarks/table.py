"""The figures as tables and as JSON: medians, the 95th of a hundred, ratios, and whether each row is met."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.benchmarks.rows import ROWS, Figures, Reach

Measured = Mapping[int, Mapping[str, Figures]]
"""Figures by row, by sessions."""

AT = (24, 600)
"""The sizes of history that the bounds are for."""


def median(values: Sequence[float]) -> float:
    """Give the middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Give the value that 95 of 100 don't exceed, the largest of few."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * 95 // 100) - 1)]


def ratio(figures: Figures) -> float | None:
    """Give ours by the floor, median by median; None without a floor."""
    return median(figures.ours) / median(figures.floor) if figures.floor else None


def as_json(measured: Measured) -> dict[str, Any]:
    """Give all that was measured, with its medians: seconds, and bytes of memory."""
    return {
        str(sessions): {
            name: {
                "median": median(each.ours),
                "p95": p95(each.ours),
                "floor_median": median(each.floor) if each.floor else None,
                "ratio": ratio(each),
                "missed": list(missed(name, sessions, measured)),
                "ours": each.ours,
                "floor": each.floor,
            }
            for name, each in rows.items()
        }
        for sessions, rows in measured.items()
    }


def missed(name: str, sessions: int, measured: Measured) -> Iterator[str]:
    """Say which bounds a row misses at a size of history; nothing for sizes that have none."""
    if sessions not in AT:
        return
    figures, reach = measured[sessions][name], ROWS[name].reach
    small = sessions == AT[0]
    checks = (
        (ratio(figures), reach.at_24 if small else reach.at_600, "×"),
        (median(figures.ours) * 1e3, reach.most_at_24 if small else reach.most_at_600, " ms"),
        (p95(figures.ours) * 1e3, reach.p95, " ms for 95 of 100"),
        (growth(name, measured), None if small else reach.growth, " times that at 24"),
    )
    for found, most, unit in checks:
        if found is not None and most is not None and found > most:
            yield f"{_number(found)} > {most:g}{unit}"


def growth(name: str, measured: Measured) -> float | None:
    """Give the ratio at 600 sessions by that at 24, as disks are quicker at times; None where one was not measured."""
    ratios = [ratio(measured[sessions][name]) for sessions in AT if name in measured.get(sessions, {})]
    small, large = ratios if len(ratios) == len(AT) else (None, None)
    return large / small if small and large else None


def table(measured: Measured) -> str:
    """Write a line for each row and size: median, 95th, floor, ratio, what to reach, and whether it is."""
    head = ["what", "sessions", "median", "95 of 100", "floor", "ratio", "to reach", ""]
    lines = [
        _line(name, sessions, measured) for name in ROWS for sessions in sorted(measured) if name in measured[sessions]
    ]
    return _markdown([head, *lines])


def growth_table(measured: Measured) -> str:
    """Write each row's median and ratio from the smallest history to the largest."""
    sizes = sorted(measured)
    head = ["what", *(f"{sessions:,}" for sessions in sizes)]
    lines = [[ROWS[name].what, *(_grown(measured[at].get(name), name) for at in sizes)] for name in ROWS]
    return _markdown([head, *lines])


def _line(name: str, sessions: int, measured: Measured) -> list[str]:
    figures, row = measured[sessions][name], ROWS[name]
    found = ratio(figures)
    bounds = _bounds(row.reach, small=sessions == AT[0]) if sessions in AT else ""
    failed = "; ".join(missed(name, sessions, measured))
    verdict = (f"missed: {failed}" if failed else "met") if bounds else ""
    return [
        row.what,
        f"{sessions:,}",
        _amount(median(figures.ours), name),
        _amount(p95(figures.ours), name),
        f"{_amount(median(figures.floor), name)} ({row.floor})" if figures.floor else "–",
        f"{found:.2f}" if found is not None else "–",
        bounds,
        verdict,
    ]


def _grown(figures: Figures | None, name: str) -> str:
    if figures is None:
        return "–"
    found = ratio(figures)
    return _amount(median(figures.ours), name) + (f" ({found:.2f})" if found is not None else "")


def _bounds(reach: Reach, *, small: bool) -> str:
    parts = (
        ("≤ {}", reach.at_24 if small else reach.at_600),
        ("≤ {} ms", reach.most_at_24 if small else reach.most_at_600),
        ("95 of 100 ≤ {} ms", reach.p95),
        ("≤ {} × that at 24", None if small else reach.growth),
    )
    return ", ".join(form.format(f"{most:g}") for form, most in parts if most is not None)


def _amount(value: float, name: str) -> str:
    return f"{value / 1e6:.0f} MB" if name.startswith("memory") else f"{_number(value * 1e3)} ms"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    head, *rest = ["| " + " | ".join(cells) + " |" for cells in lines]
    return "\n".join([head, "|" + "---|" * len(lines[0]), *rest])
