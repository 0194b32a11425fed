"""Where the installed command begins: with the garbage collector at rest, since starting makes next to no garbage.

Looking for some all the same, while hundreds of modules are loaded, takes an eighth of the time that a command needs
which only prints. The app has it looking again once home is drawn.
"""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Carry out the command that the arguments name, and leave with its exit code."""
    gc.disable()
    from tui.__main__ import main

    main()


def look_for_garbage_again() -> None:
    """Have the collector look again, but not at what starting has made: that stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
