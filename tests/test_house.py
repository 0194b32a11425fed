"""The house keeps its own rules: sizes, names, what is pinned, and that no test reaches the network."""

import ast
import re
import socket
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("review", "store", "tui")
FLOORS = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
EVERY_FILE = FLOORS + sorted((ROOT / "tests").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Lines from the signature to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None or first.end_lineno is None:
        return lines
    return lines - (first.end_lineno - first.lineno + 1)


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_one_idea_of_under_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 400


def test_functions_are_a_few_lines() -> None:
    lengths = [length(function) for path in FLOORS for function in functions(path)]
    long = [count for count in lengths if count > 30]
    assert not lengths or statistics.median(lengths) <= 8
    assert len(long) <= len(lengths) / 50


def opens_a_file(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="open")) | ast.Call(func=ast.Attribute(attr="write_text" | "write_bytes")):
            return True
    return False


def test_only_the_store_opens_files() -> None:
    """Bytes to and from disk pass through one floor, which keeps them whole and private."""
    others = [path for path in FLOORS if (ROOT / "store") not in path.parents]
    trees = {path: ast.walk(ast.parse(path.read_text("utf-8"))) for path in others}
    assert [path for path, nodes in trees.items() if any(map(opens_a_file, nodes))] == []


def test_names_say_what_is_inside() -> None:
    assert [path for path in EVERY_FILE if path.stem in VAGUE] == []


def test_no_package_under_tests_shadows_the_real_one() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_nothing_in_tui_is_loaded_by_its_name_alone() -> None:
    """The command list is resolved when called; an import here would cost every command."""
    assert (ROOT / "tui" / "__init__.py").read_text("utf-8") == ""


def test_dependencies_are_pinned_by_name_and_version_only() -> None:
    lines = (ROOT / "tests" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.]*", line)] == []


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    pinned = (ROOT / "tests" / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    names = [re.split(r"[<>=]", requirement)[0].lower() for requirement in wanted]
    assert [name for name in names if f"{name}==" not in pinned] == []


def test_the_readme_has_the_one_test_command_that_ci_runs() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert len([line for line in lines if re.fullmatch(r"python3 .*-m pytest", line)]) == 1


def shipped(root: Path) -> dict[str, bytes]:
    files = [path for package in PACKAGES for path in (root / package).rglob("*") if path.suffix in {".py", ".tcss"}]
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_the_installed_command_is_the_one_of_this_checkout(tmp_path: Path) -> None:
    """Tests that run the command run the installed one; `pip install` again where this fails."""
    assert (Path(sys.executable).parent / "obsess-review").exists()
    code = "import pathlib, review; print(pathlib.Path(review.__file__).parent.parent)"
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert shipped(Path(found.stdout.strip())) == shipped(ROOT)


def test_sockets_are_forbidden() -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as made, pytest.raises(PermissionError, match="network"):
        made.connect(("127.0.0.1", 9))
    with socket.socket(type=socket.SOCK_DGRAM) as made, pytest.raises(PermissionError, match="network"):
        made.sendto(b"x", ("127.0.0.1", 9))


def test_sockets_are_forbidden_to_children_too() -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert child.returncode == 1
    assert "PermissionError" in child.stderr
