"""The garbage collector rests while the command starts, and no longer."""

import gc
import subprocess
import sys
from pathlib import Path

from tui.way_in import look_for_garbage_again

ROOT = Path(__file__).parent.parent.parent


def test_the_collector_rests_while_a_command_prints() -> None:
    code = """
import gc, os
from tui import __main__
__main__.main = lambda: os._exit(gc.isenabled())
from tui.way_in import main
main()
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_it_looks_again_but_not_at_what_starting_made() -> None:
    gc.disable()
    try:
        look_for_garbage_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()


def test_where_it_never_rested_nothing_is_kept_from_it() -> None:
    look_for_garbage_again()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
