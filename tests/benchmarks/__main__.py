"""Time the installed command against its floors: ``python -m tests.benchmarks`` from the checkout.

By default every row at 24 and 600 sessions, in about six minutes on two slow cores; ``--all`` measures the growth from
none to 1,200 sessions. Close other programs first: both sides of a ratio suffer from them, but not always alike.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.installed import Folders, Installed, build
from tests.benchmarks.rows import ROWS, Bench, Figures
from tests.benchmarks.table import as_json, growth_table, table
from tests.benchmarks.window import HungError

DEFAULT = (24, 600)
GROWTH = (0, 12, 24, 120, 600, 1200)
PAIRS = 15
BEGINS, ENDS = "<!-- measured: {} -->", "<!-- /measured: {} -->"
"""Between these, the page of figures is written by ``--write``; all else in it is written by hand."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rows", nargs="+", choices=list(ROWS), default=list(ROWS), help="only these rows")
    parser.add_argument("--sizes", nargs="+", type=int, help="numbers of sessions (default: 24 600)")
    parser.add_argument("--all", action="store_true", help="the growth: 0, 12, 24, 120, 600 and 1,200 sessions")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="how often each is timed (default: %(default)s)")
    parser.add_argument("--json", type=Path, help="write all figures there")
    parser.add_argument("--write", type=Path, help="put the tables into this page, between its marks")
    parser.add_argument("--python", type=Path, help="a Python that has it installed already, instead of building it")
    return parser.parse_args()


def main() -> int:
    """Measure what was asked for, print it, and write it where asked; 1 where something hung or failed."""
    asked = _arguments()
    sizes = asked.sizes or (GROWTH if asked.all else DEFAULT)
    with tempfile.TemporaryDirectory(prefix="obsess-review-benchmarks-") as place:
        installed = Installed(asked.python or build(Path(place) / "venv"), Path(place) / "home")
        machine = _machine(installed)
        print(machine)
        measured, failures = _measured(
            Bench(installed, Folders(installed, Path(place)), asked.pairs), asked.rows, sizes
        )
    print(f"\n{table(measured)}")
    if len(sizes) > len(DEFAULT):
        print(f"\n{growth_table(measured)}")
    if asked.json:
        asked.json.write_text(json.dumps({"machine": machine, "sessions": as_json(measured)}, indent=1), "utf-8")
    if asked.write:
        _write(asked.write, machine, measured)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _measured(bench: Bench, rows: list[str], sizes: tuple[int, ...]) -> tuple[dict[int, dict[str, Figures]], list[str]]:
    """Measure row after row, those of one timing together; a row that fails is named, and the others go on."""
    measured: dict[int, dict[str, Figures]] = {sessions: {} for sessions in sizes}
    failures = []
    for sessions in sizes:
        for names in bench.together(set(rows)):
            started = time.monotonic()
            try:
                measured[sessions] |= bench.measure(names, sessions)
            except (HungError, subprocess.SubprocessError, OSError) as error:
                failures.append(f"{', '.join(sorted(names))} at {sessions} sessions: {error}")
            taken = time.monotonic() - started
            print(f"{sessions:5} sessions  {', '.join(sorted(names))}: {taken:.0f} s, load {os.getloadavg()[0]:.1f}")
    return measured, failures


def _machine(installed: Installed) -> str:
    """Say what it is measured on: the processor and what runs, and no name or path."""
    model = next(
        (line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")), platform.machine()
    )
    parts = ", ".join(f"{name} {version}" for name, version in installed.facts().items())
    return f"{os.cpu_count()} cores, {model}, {platform.system()} {platform.release().partition('-')[0]}; {parts}"


def _cpu_lines() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return []


def _write(page: Path, machine: str, measured: dict[int, dict[str, Figures]]) -> None:
    """Put the tables between the marks of a page; what was measured for growth goes in only with all its sizes."""
    bounds = {sessions: rows for sessions, rows in measured.items() if sessions in DEFAULT}
    parts = {"machine": machine, "table": table(bounds)}
    if set(GROWTH) <= set(measured):
        parts["growth"] = growth_table(measured)
    text = page.read_text("utf-8")
    for name, content in parts.items():
        before, begins, rest = text.partition(BEGINS.format(name))
        _, ends, after = rest.partition(ENDS.format(name))
        if not ends:
            sys.exit(f"{page} has no place for the {name}: {BEGINS.format(name)} … {ENDS.format(name)}")
        text = f"{before}{begins}\n{content}\n{ends}{after}"
    page.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
