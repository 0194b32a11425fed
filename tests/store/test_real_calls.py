"""The kernel's own calls of a save, each failing in turn under strace; only when asked to be thorough."""

import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from review.records import Draft
from tests.store.one_change import REFUSED
from tests.store.sample import DECEMBER, OCTOBER, THOROUGH, copied, draft, finished, library

ROOT = Path(__file__).parent.parent.parent
FILE_CALLS = "trace=%file,%desc"
ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EROFS", "EINTR")
SPARED = {"mmap", "munmap"}
"""Calls of the memory allocator, not of the save."""

pytestmark = [
    pytest.mark.skipif(not THOROUGH, reason="runs some thousand processes: set OBSESS_REVIEW_THOROUGH=1"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here"),
    pytest.mark.timeout(3600),
]


def changed(folder: Path, work: str, *tracing: str) -> int:
    """Make one change in a process of its own, traced from the moment before it; gives its exit status."""
    command = [sys.executable, "-m", "tests.store.one_change", str(folder), work]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    tracer = subprocess.Popen(["strace", "-p", str(child.pid), *tracing], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    assert "attached" in tracer.stderr.readline()
    child.send_signal(signal.SIGUSR1)
    status = child.wait()
    child.stdout.close()
    tracer.communicate()
    return status


def calls(folder: Path, work: str, log: Path) -> Counter[str]:
    assert changed(folder, work, "-e", FILE_CALLS, "-o", str(log)) == 0
    names = re.findall(r"^(\w+)\(", log.read_text(), re.MULTILINE)
    return Counter(name for name in names if name not in SPARED)


def seen(folder: Path) -> tuple[tuple[str, ...], Draft | None]:
    one = library(folder)
    return one.history().months, one.draft()


@pytest.mark.parametrize("work", ["save", "finish"])
@pytest.mark.parametrize("fault", [*(f"error={error}" for error in ERRORS), "signal=KILL"])
def test_old_or_new_whichever_call_of_the_kernel_fails(work: str, fault: str, tmp_path: Path) -> None:
    start = tmp_path / "start"
    finished(library(start), OCTOBER)
    library(start).save_draft(draft(DECEMBER, "the line before"))
    old = seen(start)
    counted = calls(copied(start, tmp_path / "new"), work, tmp_path / "log")
    new = seen(tmp_path / "new")
    assert sum(counted.values()) > 20
    for name, count in counted.items():
        for number in range(1, count + 1):
            folder = copied(start, tmp_path / "faulty")
            inject = f"inject={name}:{fault}:when={number}"
            status = changed(folder, work, "-e", FILE_CALLS, "-e", inject, "-o", "/dev/null")
            where = f"{name} {number} of {count}: exit status {status}"
            assert status in {0, REFUSED, -signal.SIGKILL}, where
            assert seen(folder) in ((new,) if status == 0 else (old, new)), where
            library(folder).mend()
            library(folder).save_draft(draft(DECEMBER, "the next save"))
            assert library(folder).draft() == draft(DECEMBER, "the next save"), where
