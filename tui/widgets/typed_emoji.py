"""Emoji that are typed key by key: the invisible characters in them are no keys that print, and would be lost."""

from textual import events

JOINER = "\N{ZERO WIDTH JOINER}"
LOOKS = ("\N{VARIATION SELECTOR-15}", "\N{VARIATION SELECTOR-16}")


class TypedEmoji:
    """Tells what a key adds to a text. A joiner waits for what it joins: alone it could not be shown."""

    def __init__(self) -> None:
        self._joining = False

    def typed(self, event: events.Key) -> str | None:
        """Give what is to be put into the text, empty while a joiner waits; None for a key that is none of this."""
        joining, self._joining = self._joining, event.character == JOINER
        if self._joining:
            return ""
        if event.character in LOOKS:
            return event.character
        return f"{JOINER}{event.character}" if joining and event.is_printable else None


def without_loose_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen what is taken out of a text, so that no joiner is left without what it joined."""
    if end > start:
        while start and text[start - 1] == JOINER:
            start -= 1
        while text[end : end + 1] and text[end] in (JOINER, *LOOKS):
            end += 1
    return start, end
