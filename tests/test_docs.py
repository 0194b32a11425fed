"""The pages say what is so: what they name is there, and their pictures are whole, small and load nothing."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURES = sorted((ROOT / "docs/pictures").glob("*.svg"))
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
LARGEST = 600_000
"""Bytes of a picture: what a page can be asked to load. The recording is the only one anywhere near."""

SVG = "{http://www.w3.org/2000/svg}"


def links(page: Path) -> list[str]:
    return [target for target in LINK.findall(page.read_text("utf-8")) if "://" not in target]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [target for target in links(page) if not (page.parent / target).resolve().exists()] == []


def test_every_picture_is_on_a_page() -> None:
    shown = {(page.parent / target).resolve() for page in PAGES for target in links(page)}
    assert [picture.name for picture in PICTURES if picture not in shown] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_whole_small_and_loads_nothing(picture: Path) -> None:
    text = picture.read_text("utf-8")
    assert len(text.encode()) < LARGEST
    assert ET.fromstring(text).tag == f"{SVG}svg"  # noqa: S314 - our own file
    assert text.count("http") == text.count("http://www.w3.org/2000/svg")
    assert "url(" not in text
    assert "made-up data" in text


def test_the_recording_plays_every_line_that_it_draws() -> None:
    root = ET.fromstring((ROOT / "docs/pictures/session.svg").read_text("utf-8"))  # noqa: S314 - our own file
    drawn = {each.get("id") for each in root.iter(f"{SVG}g") if (each.get("id") or "").startswith("l")}
    used = {(each.get("href") or "").removeprefix("#") for each in root.iter(f"{SVG}use")}
    assert drawn == used
    frames = [each for each in root.iter(f"{SVG}g") if each.get("class") == "f"]
    assert len(frames) > 50
    css = "".join(each.text or "" for each in root.iter(f"{SVG}style"))
    assert all(f"@keyframes k{at}{{" in css for at in range(len(frames)))


def named_files(page: Path) -> list[str]:
    """The files of the house that a page names in code, written from its root."""
    named = CODE.findall(page.read_text("utf-8"))
    return [name for name in named if re.fullmatch(r"(review|store|tui|tests|docs)/[\w./-]*", name)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_of_the_house_that_is_named_is_there(page: Path) -> None:
    assert [name for name in named_files(page) if not (ROOT / name).exists()] == []


def test_the_map_of_the_house_names_its_files() -> None:
    assert len(named_files(ROOT / "docs/architecture.md")) > 10
