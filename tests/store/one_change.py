"""Run by `test_real_calls`: wait for the word, make one change, and end with what came of it."""

import os
import signal
import sys
from pathlib import Path

from store.problems import StoreProblem
from tests.store.sample import DECEMBER, draft, library, version

REFUSED = 3


def main() -> None:
    folder, work = Path(sys.argv[1]), sys.argv[2]
    one = draft(DECEMBER, f"the line after {work}")
    into = library(folder)
    warm = library(folder.parent / "warm")  # so that nothing is left to import
    warm.save_draft(one)
    warm.finish(one, version(one))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    signal.sigwait({signal.SIGUSR1})
    try:
        if work == "save":
            into.save_draft(one)
        else:
            into.finish(one, version(one))
    except StoreProblem:
        os._exit(REFUSED)
    os._exit(0)


if __name__ == "__main__":
    main()
