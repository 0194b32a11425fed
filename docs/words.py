"""Writes words.md: every sentence and label the app can show, by the file it stands in, to be read in one go.

Found in the source, so nothing is left out by forgetting: strings with at least two words that are no docstring,
no style sheet, and not for a program. What is filled in stands in braces.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parent.parent
PAGE = HOUSE / "docs" / "words.md"
LAYERS = ("tui", "store", "review")
LEFT_OUT = ("review/demo",)
"""Made-up history: its words are told by nobody."""

HEAD = """# The words

Every sentence and label that obsess-review can show, by the file it stands in; `{…}` is filled in.
Written by `python docs/words.py`; a test says when it is not up to date. Single words and the made-up history are left
out; here and there a name that only the program uses is among them.
"""
NOT_WORDS = re.compile(r"[{};]\s*\n|^\s*$|^[\w.-]+$|^\$|^#|^\.[a-z]|^bold |^[a-z_]+(\.[a-z_]+)+$|\x1b|^-{3}")
TWO_WORDS = re.compile(r"[A-Za-z’']{2,}[,:;.?]? +[\w{]|[\w}][,:;.?]? +[A-Za-z]{2,}")
STYLES = re.compile(r"^(bold |italic )?\$[a-z-]+( on \$[a-z-]+)?$")


class Sentences(ast.NodeVisitor):
    """Collects what is shown of one file."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def visit_Expr(self, node: ast.Expr) -> None:
        """Leave docstrings out."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Leave style sheets out."""
        if not any(isinstance(each, ast.Name) and each.id.endswith(("CSS", "CSS_PATH")) for each in node.targets):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Take a string with gaps whole, and look into the gaps."""
        self._take("".join(_part(each) for each in node.values))
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                self.visit(each.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Take a string."""
        if isinstance(node.value, str):
            self._take(node.value)

    def _take(self, text: str) -> None:
        shown = " ".join(text.split())
        if TWO_WORDS.search(shown) and not NOT_WORDS.search(text) and not STYLES.match(shown):
            self.found[shown] = None


def _part(piece: ast.expr) -> str:
    if isinstance(piece, ast.Constant):
        return str(piece.value)
    return "{…}" if isinstance(piece, ast.FormattedValue) else ""


def sentences(source: str) -> list[str]:
    """Give what a source file shows, in its order, each once."""
    seen = Sentences()
    seen.visit(ast.parse(source))
    return list(seen.found)


def files() -> Iterator[Path]:
    """Give the files of the app in the order of its layers."""
    for layer in LAYERS:
        for path in sorted((HOUSE / layer).rglob("*.py")):
            if not path.relative_to(HOUSE).as_posix().startswith(LEFT_OUT):
                yield path


def page() -> str:
    """Write the page."""
    parts = [HEAD]
    for path in files():
        shown = sentences(path.read_text(encoding="utf-8"))
        if shown:
            parts.append(
                f"\n## {path.relative_to(HOUSE).as_posix()}\n\n" + "".join(f"* {_shown(each)}\n" for each in shown)
            )
    return "".join(parts)


def _shown(text: str) -> str:
    """Keep the words from being read as markdown."""
    return re.sub(r"([\\`*_<>\[\]|#])", r"\\\1", text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.exit(0)
