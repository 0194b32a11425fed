"""Writes docs/keys.md from the keys the screens really have: ``python docs/keys.py``."""

from __future__ import annotations

from pathlib import Path

from tui.keys import remappable
from tui.widgets.shown_key import shown_key

PAGE = Path(__file__).with_suffix(".md")
TOP = """# Keys and their ids

What a key means is the same everywhere; `?` shows those that work on the screen at hand. Any of them can be changed in
the settings file (`obsess-review paths` says where it is), by its id:

```toml
[keys]
"home.begin" = "enter,space"
"ritual.next" = "ctrl+n,f4,f8"
```

| id | keys | what it does |
|---|---|---|
"""


def page() -> str:
    """Give the page."""
    rows = [f"| `{each.id}` | {_keys(each.keys)} | {each.words} |" for each in remappable()]
    return TOP + "\n".join(rows) + "\n"


def _keys(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{shown_key(key)}`" for key in keys)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
