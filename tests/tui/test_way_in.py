"""What is set up before anything is loaded: the garbage collector rests, and Esc is told soon from what follows it."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(("chosen", "taken"), [({}, 50), ({"ESCDELAY": "200"}, 200)])
def test_esc_waits_less_long_for_what_may_belong_to_it(chosen: dict[str, str], taken: int) -> None:
    code = """
import os
from tui import __main__
def told():
    from textual.constants import ESCAPE_DELAY
    os._exit(round(ESCAPE_DELAY * 1000))
__main__.main = told
from tui.way_in import main
main()
"""
    kept = {name: value for name, value in os.environ.items() if name != "ESCDELAY"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, env={**kept, **chosen})
    assert done.returncode == taken
