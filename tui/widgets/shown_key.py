"""How keys are written on the screen: as they stand on a keyboard."""

from __future__ import annotations

SHOWN_KEYS = {
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "comma": ",",
    "colon": ":",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "backspace": "Backspace",
    "delete": "Delete",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "ampersand": "&",
    "quotation_mark": '"',
    "apostrophe": "'",
    "left_parenthesis": "(",
    "underscore": "_",
    "slash": "/",
    "full_stop": ".",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "semicolon": ";",
}


def shown_key(key: str) -> str:
    """Write a key as it stands on a keyboard: ``^N`` for Ctrl and N, ``Esc``, ``F1``."""
    if key in SHOWN_KEYS:
        return SHOWN_KEYS[key]
    if key.startswith("ctrl+"):
        held = key.removeprefix("ctrl+")
        return f"^{SHOWN_KEYS.get(held, held.upper())}"
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key
