"""Where the installed command begins: with the garbage collector at rest, since starting makes next to no garbage.

Looking for some all the same, while hundreds of modules are loaded, takes an eighth of the time that a command needs
which only prints. The app has it looking again once home is drawn.
"""

import gc
import os
from typing import NoReturn

ESCAPE_DELAY = "50"
"""Milliseconds after Esc in which what follows belongs to it, as in the codes of the arrow keys or with Alt held.

Textual's own 100 are long enough for a quick hand to press the next key, and both would be lost: Esc and t is Alt+t,
which does nothing. A terminal sends a code whole. It is read from the environment, once, as Textual is imported.
"""


def main() -> NoReturn:
    """Carry out the command that the arguments name, and leave with its exit code."""
    gc.disable()
    os.environ.setdefault("ESCDELAY", ESCAPE_DELAY)
    from tui.__main__ import main

    main()


def look_for_garbage_again() -> None:
    """Have the collector look again, but not at what starting has made: that stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
