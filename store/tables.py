"""Tables as bytes: what every file of the data folder looks like, and the checksum that tells whose bytes they are.

A file is the JSON that TinyDB keeps: ``{table: {number: document}}``, with the table ``meta`` first and the checksum in
its first place, so that it stands at a fixed position. The checksum is a sha256 over all the bytes with its own 64
characters as zeros. Documents that nobody changed keep their bytes, whatever they hold.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping

import msgspec
from msgspec import Raw, Struct

from store.problems import Damaged

Document = MutableMapping[str, object]
Tables = dict[str, dict[str, Document]]

META = "meta"
ONLY = "1"
"""The number of the one document in a table that has just one."""
OWN = frozenset({"checksum", "schema", "revision", "finished_draft"})
"""The fields of `meta` that this program writes."""

_LEAD = b'{"meta":{"1":{"checksum":"'
_META_AT = _LEAD.rindex(b"{")
HEAD = 4096
"""Bytes that hold all of `meta`, which says little."""
_BLANK = b"0" * 64
_AFTER = len(_LEAD) + len(_BLANK)
_OUTLINE: msgspec.json.Decoder[dict[str, dict[str, Raw]]] = msgspec.json.Decoder(dict[str, dict[str, Raw]])
_CONTENT: msgspec.json.Decoder[dict[str, object]] = msgspec.json.Decoder(dict[str, object])


class Kept(MutableMapping[str, object]):
    """A document as it stands in the file, decoded when somebody looks into it."""

    __slots__ = ("_changed", "_content", "_kept")

    def __init__(self, kept: bytes) -> None:
        self._kept = kept
        self._content: dict[str, object] | None = None
        self._changed = False

    def encoded(self) -> bytes:
        """Give the bytes it was read with, or new ones where it was changed."""
        if self._content is None:
            return self._kept
        if not self._changed and self._content == _CONTENT.decode(self._kept):  # nothing inside a field either
            return self._kept
        return _encoded(self._content)

    def become(self, record: Struct) -> None:
        """Hold a record and nothing else. Raises as `encoded`."""
        self._kept, self._content = encoded(record), None

    @property
    def content(self) -> dict[str, object]:
        """The document's fields; changing them changes the document."""
        if self._content is None:
            self._content = _CONTENT.decode(self._kept)
        return self._content

    def __getitem__(self, key: str) -> object:
        return self.content[key]

    def __setitem__(self, key: str, value: object) -> None:
        self._changed = True
        self.content[key] = value

    def __delitem__(self, key: str) -> None:
        self._changed = True
        del self.content[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.content)

    def __len__(self) -> int:
        return len(self.content)


def fields(record: Struct) -> dict[str, object]:
    """Give a record's fields as JSON has them. Raises as `encoded`."""
    return _CONTENT.decode(encoded(record))


def encoded(record: Struct) -> bytes:
    """Give a record as the bytes of a document.

    Raises:
        ValueError: the record would not read back as it is, because a value is out of its range or not finite.
    """
    content = msgspec.json.encode(record)
    try:
        reads_back = msgspec.json.decode(content, type=type(record)) == record
    except msgspec.MsgspecError:
        reads_back = False
    if not reads_back:
        raise ValueError(f"a {type(record).__name__} holds a value that would not read back")
    return content


def is_signed(content: bytes) -> bool:
    """Tell whether these bytes are exactly those this program wrote."""
    return are_signed([content])


def are_signed(pieces: Iterable[bytes]) -> bool:
    """Tell the same of bytes that come in pieces, the first of which holds the whole checksum."""
    those = iter(pieces)
    first = next(those, b"")
    hashed = _begun(first)
    for piece in those:
        hashed.update(piece)
    return first.startswith(_LEAD) and first[len(_LEAD) : _AFTER] == hashed.hexdigest().encode()


def checksum(content: bytes) -> str:
    """Give the checksum that signed bytes state."""
    return content[len(_LEAD) : _AFTER].decode("ascii")


def meta(content: bytes) -> Mapping[str, object]:
    """Give what signed bytes, or their first `HEAD` bytes, say about themselves; empty where they say nothing."""
    head = content[_META_AT:HEAD]
    try:
        return _CONTENT.decode(head[: head.index(b"}") + 1])
    except (ValueError, msgspec.MsgspecError):
        return _nested_meta(head)


def _nested_meta(head: bytes) -> Mapping[str, object]:
    import json  # reads up to the end of a value, which msgspec doesn't

    try:
        found, _ = json.JSONDecoder().raw_decode(head.decode(errors="ignore"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def foreign(meta: Mapping[str, object]) -> dict[str, object]:
    """Give the fields of `meta` that this program doesn't know."""
    return {field: value for field, value in meta.items() if field not in OWN}


def joined_meta(own: Tables, others: Tables) -> dict[str, Document]:
    """Give a `meta` that counts on from one, with the fields of another that this program doesn't know."""
    counted = own.get(META, {}).get(ONLY, {})
    rest = others.get(META, {})
    own_fields = {field: value for field, value in counted.items() if field in OWN}
    return {**rest, ONLY: {**own_fields, **foreign(rest.get(ONLY, {}))}}


def read(content: bytes) -> Tables:
    """Read signed bytes.

    Raises:
        Damaged: they are not signed.
    """
    if not is_signed(content):
        raise Damaged("The bytes are not those that were saved.")
    return read_unsigned(content)


def read_unsigned(content: bytes) -> Tables:
    """Read bytes whoever wrote them.

    Raises:
        Damaged: they are not tables of documents.
    """
    try:
        content.decode()  # passed over below where a text is only skipped
        outline = _OUTLINE.decode(content)
        tables: Tables = {
            table: {number: _document(number, raw) for number, raw in documents.items()}
            for table, documents in outline.items()
        }
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged("The bytes are not tables of documents.") from error
    return tables


def write(tables: Mapping[str, Mapping[str, Mapping[str, object]]], always: Iterable[str], schema: int) -> bytes:
    """Give signed bytes for tables; those in *always* are there even when empty.

    Raises:
        ValueError: a number is not finite, or a text has half a character (a lone surrogate).
        TypeError: a value that JSON doesn't have.
    """
    outline = {META: {ONLY: _signature(tables.get(META, {}).get(ONLY, {}), schema)}}
    outline |= {table: {} for table in always}
    for table, documents in tables.items():
        known = outline.setdefault(table, {})
        known.update(
            {number: Raw(document_bytes(each)) for number, each in documents.items() if (table, number) != (META, ONLY)}
        )
    content = msgspec.json.encode(outline)
    if _OUTLINE.decode(content) != outline:
        raise ValueError("the tables do not read back as they were written")
    return content.replace(_BLANK, _checksum(content), 1)


def _signature(meta: Mapping[str, object], schema: int) -> Raw:
    rest = {field: value for field, value in meta.items() if field not in {"checksum", "schema"}}
    return Raw(_encoded({"checksum": _BLANK.decode(), "schema": schema, **rest}))


def _document(number: str, raw: Raw) -> Kept:
    kept = bytes(raw)
    if not kept.startswith(b"{") or not (number.isascii() and number.isdigit()):
        raise Damaged("A table holds something other than numbered documents.")
    return Kept(kept)


def document_bytes(document: Mapping[str, object]) -> bytes:
    """Give a document's bytes: those it was read with, unless it was changed. Raises as `write`."""
    return document.encoded() if isinstance(document, Kept) else _encoded(document)


def _encoded(document: Mapping[str, object]) -> bytes:
    try:
        quickly = msgspec.json.encode(document)
        if _CONTENT.decode(quickly) == document:
            return quickly
    except (TypeError, OverflowError, msgspec.MsgspecError):
        pass
    import json  # what TinyDB means by a document: refuses what is not finite, where msgspec writes null in silence

    return json.dumps(dict(document), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _checksum(content: bytes) -> bytes:
    return _begun(content).hexdigest().encode()


def _begun(content: bytes) -> hashlib._Hash:
    """Hash bytes from the beginning of a file, with zeros in the place of the checksum."""
    hashed = hashlib.sha256(content[: len(_LEAD)])
    hashed.update(_BLANK)
    hashed.update(memoryview(content)[_AFTER:])
    return hashed
