"""A disk without room: nothing is harmed, the message says so, and the next save works once there is room."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.problems import NotSaved
from tests.store.sample import DECEMBER, OCTOBER, chance, contents, draft, finished, in_a_child, library, times, version

ROOT = Path(__file__).parent.parent.parent
IN_ITS_OWN_SPACE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def can_mount() -> bool:
    """Whether this machine lets an ordinary person mount a small disk of their own."""
    if shutil.which("unshare") is None:
        return False
    mounting = "mount -t tmpfs -o size=64k tmpfs /mnt"
    return subprocess.run([*IN_ITS_OWN_SPACE, mounting], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="unshare --user --mount is not allowed here, so no small disk can be made")
@pytest.mark.timeout(600)
def test_a_full_disk_harms_nothing(tmp_path: Path) -> None:
    trials = times(10, 200)
    script = f"mount -t tmpfs -o size=64k tmpfs {tmp_path} && exec {sys.executable} -m tests.store.on_a_full_disk"
    ran = subprocess.run(
        [*IN_ITS_OWN_SPACE, f"{script} {tmp_path} {trials}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout == f"{trials} times full, 0 damaged\n"


@pytest.mark.timeout(600)
def test_a_limit_on_file_sizes_harms_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    finished(library(folder), OCTOBER)

    def under_limits() -> None:
        into = library(folder)
        small = draft(DECEMBER, "small")
        for _ in range(times(50, 500)):
            into.save_draft(small)
            before = contents(folder)
            large = draft(DECEMBER, "large " * int(chance(100, 2000)))
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(chance(16, 600)), resource.RLIM_INFINITY))
            with pytest.raises(NotSaved, match="larger than a file may be"):
                into.save_draft(large)
            with pytest.raises(NotSaved, match="larger than a file may be"):
                into.finish(large, version(large))
            assert contents(folder) == before
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            assert into.draft() == small
            assert into.history().months == (OCTOBER,)
            into.save_draft(large)
            assert into.draft() == large

    assert in_a_child(under_limits) == 0
