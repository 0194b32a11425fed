"""Tables as bytes: they read back, keep what they don't know, and every foreign byte is seen."""

import json
import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from review.records import Obsession
from store import tables
from store.problems import Damaged
from store.tables import Kept

ALWAYS = ("prospects", "sessions")

texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(texts, values, max_size=4)
contents = st.dictionaries(
    texts.filter(lambda name: name != "meta"),
    st.dictionaries(st.integers(1, 9).map(str), documents, max_size=3),
    max_size=3,  # a fourth table is made as slowly, and read no other way
)


def plain(those: tables.Tables) -> dict[str, dict[str, dict[str, object]]]:
    return {table: {number: dict(each) for number, each in inside.items()} for table, inside in those.items()}


def signed(**content: dict[str, dict[str, object]]) -> bytes:
    return tables.write(content, ALWAYS, 1)


@given(contents)
def test_tables_read_back_as_they_were_written(content: dict[str, dict[str, dict[str, object]]]) -> None:
    read = plain(tables.read(tables.write(content, (), 1)))
    assert read.pop("meta")["1"]["schema"] == 1
    assert read == content


@given(contents)
def test_a_file_that_nobody_changed_keeps_every_byte(content: dict[str, dict[str, dict[str, object]]]) -> None:
    before = tables.write(content, (), 1)
    read = tables.read(before)
    plain(read)  # somebody looks into every document
    assert tables.write(read, (), 1) == before


def test_a_document_that_nobody_changed_keeps_its_form() -> None:
    strange = b'{ "month" : "2026-11", "of_a_later_program": 1.50 }'
    written = tables.write({"sessions": {"1": Kept(strange), "2": {"month": "2026-12"}}}, (), 1)
    assert strange in written


def test_a_change_inside_a_field_is_kept() -> None:
    read = tables.read(signed(sessions={"1": {"versions": [1], "strange": {"a": 1}}}))
    versions = read["sessions"]["1"]["versions"]
    assert isinstance(versions, list)
    versions.append(2)
    again = tables.read(tables.write(read, ALWAYS, 1))
    assert dict(again["sessions"]["1"]) == {"versions": [1, 2], "strange": {"a": 1}}


def test_fields_of_a_document_can_be_set_and_taken() -> None:
    document = Kept(b'{"a":1,"b":2}')
    document["c"] = 3
    del document["a"]
    assert json.loads(document.encoded()) == {"b": 2, "c": 3}
    assert len(document) == 2


def test_the_checksum_stands_first_and_the_tables_are_always_there() -> None:
    content = signed()
    assert content.startswith(b'{"meta":{"1":{"checksum":"')
    assert list(json.loads(content)) == ["meta", "prospects", "sessions"]
    assert list(json.loads(content)["meta"]["1"]) == ["checksum", "schema"]
    assert tables.checksum(content) == json.loads(content)["meta"]["1"]["checksum"]


def test_what_meta_says_survives_and_the_present_schema_is_stated() -> None:
    read = tables.read(signed(meta={"1": {"revision": 7, "checksum": "old", "schema": 0}, "2": {"more": True}}))
    assert dict(read["meta"]["1"]) == {"checksum": read["meta"]["1"]["checksum"], "schema": 1, "revision": 7}
    assert dict(read["meta"]["2"]) == {"more": True}


def test_meta_is_read_from_the_first_bytes_alone() -> None:
    content = signed(meta={"1": {"revision": 7}}, sessions={"1": {"text": "x" * 10_000}})
    assert tables.meta(content[: tables.HEAD])["revision"] == 7
    nested = signed(meta={"1": {"a": {"b": "}"}, "c": "}", "d": 1}}, sessions={"1": {"text": "x" * 10_000}})
    assert tables.meta(nested[: tables.HEAD])["d"] == 1
    assert tables.meta(b"") == {}
    assert tables.meta(b'{"meta":{"1":3}}') == {}


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_one_changed_bit_is_seen(place: int) -> None:
    content = bytearray(signed(sessions={"202611": {"line": "something frank " * 20}}))
    content[place] ^= 1
    with pytest.raises(Damaged):
        tables.read(bytes(content))


def test_bytes_before_and_after_are_seen() -> None:
    content = signed()
    for foreign in (content + b" ", b" " + content, content[:-1], b"\xef\xbb\xbf" + content):
        with pytest.raises(Damaged):
            tables.read(foreign)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf], ids=str)
def test_a_number_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        signed(sessions={"1": {"hours": value}})
    with pytest.raises(ValueError, match="would not read back"):
        tables.fields(Obsession("p1", hours=value))


def test_a_record_that_would_not_read_back_is_refused() -> None:
    with pytest.raises(ValueError, match="would not read back"):
        tables.fields(Obsession("p1", yours=7))


def test_half_a_character_and_what_is_no_json_are_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        signed(sessions={"1": {"line": "\ud800"}})
    with pytest.raises(TypeError):
        signed(sessions={"1": {"line": {1, 2}}})


def test_what_json_writes_otherwise_is_written_as_tinydb_would() -> None:
    read = tables.read(signed(sessions={"1": {"pair": (1, 2), "numbers": {3: "three"}, "huge": 2**70}}))
    assert dict(read["sessions"]["1"]) == {"pair": [1, 2], "numbers": {"3": "three"}, "huge": 2**70}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"sessions":[]}',
        b'{"sessions":{"1":3}}',
        b'{"sessions":{"1":{"line":"\xff"}}}',
        b'{"sessions":{"1":' + b"[" * 100_000,
    ],
    ids=lambda content: content[:20].decode(errors="replace") or "empty",
)
def test_unsigned_bytes_that_are_no_tables_are_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        tables.read_unsigned(content)


def test_the_bytes_are_read_back_before_they_are_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(_: object) -> bytes:
        return b'{"meta":{"1":{}}}'

    monkeypatch.setattr(msgspec.json, "encode", losing)
    with pytest.raises(ValueError, match="do not read back"):
        tables.write({"sessions": {"1": Kept(b"{}")}}, (), 1)


def test_a_record_s_bytes_are_those_of_a_document() -> None:
    document = Kept(b"{}")
    document.become(Obsession("p1", hours=2.5))
    assert Raw(document.encoded()) == Raw(b'{"prospect":"p1","hours":2.5}')
