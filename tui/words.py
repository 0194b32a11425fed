"""The sentences the screens say that belong to no step: one file to read them all."""

from __future__ import annotations

from datetime import date

from review import text as texts
from tui.widgets.key_bar import Hint

HELP_HINT = Hint("?", "help", "question_mark", 9)
MORE_KEYS_HINT = Hint("?", "more keys", "question_mark", 9)
HELP_BY_F1 = Hint("F1", "help", "f1", 9)

AMENDMENT = "correction"
AMENDING = "What is being corrected?"
WHY_AMENDED = "Why"
FINISH = "finish"
FIRST_STEP = "This is the first step. Esc leaves; everything is saved."
LAST_STEP = "This is the last step. ^F finishes."
NOTHING_TO_UNDO = "Nothing to undo in this sitting."
NOT_SAVED = "Not saved"
NOT_CONFIRMED = "The disk did not confirm it"
SAVE_AGAIN = "Save again"
LEAVE_UNCONFIRMED = "Leave it as it is"
SAVED_AGAIN = "Saved again."
UNSAVED = "The last answers are not saved yet. The same key once more leaves without them."


def left_unsaved(problem: str) -> str:
    """Say, after leaving, that the last answers were not saved, and why."""
    return f"obsess-review: The last answers are not saved. {problem}"


def about_left(minutes: int) -> str:
    """Say about how long is left."""
    return f"About {max(1, minutes)} min left"


def saved_at(moment: str) -> str:
    """Say when the draft was last saved."""
    return f"Saved {moment}"


def undone(what: str) -> str:
    """Say what was taken back."""
    return f"Undone: {texts.label(what)}"


MADE_UP = "made-up data"


def pretending(day: date) -> str:
    """Say that another day stands in for today."""
    return f"as if on {day.isoformat()}"


KEYS = "Keys"
HOME_HELP = (
    "Home",
    (
        "Once a month, review the people you hope will sign: about twelve minutes, a question at a time.",
        "Enter begins, or goes on where you left off. Everything is saved as you answer; leaving costs nothing.",
        "Your reviews stay in one private folder on this machine. Nothing is sent anywhere.",
    ),
)
RITUAL_HELP = (
    "Every answer is saved as it is given. Only a name is ever required; unknown is an answer, with 0.\n"
    "Beside a step that you left: ✓ all answered, ◐ some of it, ○ nothing yet, – nothing to ask.\n"
    "You can go back to any step."
)
ONE_AT_A_TIME = "A review is open already."
HOW_TO_QUIT = "Ctrl+Q quits; everything is saved. Ctrl+C copies what is selected."

SEARCH = "/ searches all you ever wrote"
NO_SESSIONS = "No finished session yet. Your first review will stand here."
NOTHING_FOUND = "No session has these words. Esc clears the search."
ONE_VERSION = "This session was never corrected: there is one version."
NONE_DELETED = "No session was deleted."
NOTHING_TO_COMPARE = "One of these months has no finished session."
DELETING = "It leaves every figure and summary. It is kept, and u puts it back."
PAST_HELP = (
    "Past sessions",
    (
        "Every finished month, newest first. / searches all you ever wrote, in every version.",
        "A correction adds a version; the ones before it stay and can be read with v.",
        "c marks a session. On another, c compares the two; x writes both, and all between them, into one file.",
    ),
)


def deleting(month: str) -> str:
    """Ask before a session is deleted."""
    return f"Delete the {month} session?"


def too_small(least: tuple[int, int], given: tuple[int, int]) -> tuple[str, ...]:
    """Say what size the screen needs and has, in columns and rows: the longest way first."""
    return (
        f"This needs {least[0]} columns by {least[1]} rows; it has {given[0]} by {given[1]}.",
        f"Needs {least[0]} × {least[1]}, has {given[0]} × {given[1]}",
        f"Needs {least[0]}×{least[1]}",
    )
