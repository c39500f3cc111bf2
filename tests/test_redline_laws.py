"""The laws of a redline, on documents made from one another by a few edits."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given

from builder.compare import compare
from builder.export import redline_json, redline_text
from builder.model import Break, Document, Note, Number, Paragraph, Picture, Section, Table, Text, plain_text
from builder.redline import accept, in_new, is_changed, new_text, reject, unchanged
from tests.documents import documents, pairs, renumbered


def printed_numbers(sections: tuple[Section, ...]) -> Iterator[str]:
    """Every number in print, which takes no part in equality."""
    for section in sections:
        yield section.number
        for block in section.blocks:
            rows = block.rows if isinstance(block, Table) else ()
            yield from in_paragraph(block) if isinstance(block, Paragraph) else ()
            for row in rows:
                yield from (text for cell in row.cells for p in cell.content for text in in_paragraph(p))


def in_paragraph(paragraph: Paragraph) -> Iterator[str]:
    for inline in paragraph.content:
        if isinstance(inline, Number):
            yield inline.text
        if isinstance(inline, Note):
            yield from (text for p in inline.content for text in in_paragraph(p))


@given(pairs())
def test_accepting_all_gives_the_new_document(pair: tuple[Document, Document]) -> None:
    old, new = pair
    accepted = accept(compare(old, new))
    assert accepted == new.sections
    assert list(printed_numbers(accepted)) == list(printed_numbers(new.sections))


@given(pairs())
def test_what_the_new_document_says_can_be_read_without_accepting(pair: tuple[Document, Document]) -> None:
    old, new = pair
    redline = compare(old, new)
    said = [list(new_text(section)) for section in redline.sections if in_new(section.fate)]
    assert said == [list(plain_text(section)) for section in new.sections]


@given(pairs())
def test_rejecting_all_gives_the_old_document(pair: tuple[Document, Document]) -> None:
    old, new = pair
    rejected = reject(compare(old, new))
    assert rejected == old.sections
    assert list(printed_numbers(rejected)) == list(printed_numbers(old.sections))


@given(documents())
def test_a_document_compared_with_itself_is_its_own_redline(document: Document) -> None:
    redline = compare(document, document)
    assert not is_changed(redline)
    assert replace(redline, old=None) == unchanged(document)


@given(documents())
def test_renumbering_alone_is_no_change(document: Document) -> None:
    new = renumbered(document)
    redline = compare(document, new)
    assert not is_changed(redline)
    assert list(printed_numbers(reject(redline))) == list(printed_numbers(document.sections))


@given(pairs())
def test_comparing_twice_gives_the_same(pair: tuple[Document, Document]) -> None:
    assert compare(*pair) == compare(*pair)


# --- through the exported JSON, with a reader that knows only the format ------------------------------

READING = {
    "old": ({"kept", "deleted", "moved-from"}, {"kept", "deleted"}),
    "new": ({"kept", "inserted", "moved-to"}, {"kept", "inserted"}),
}


def read(data: dict[str, Any], side: str) -> list[str]:
    """The paragraphs of one version, as the format says: blocks of three kinds, spans of two."""
    standing, words = READING[side]
    blocks = [block for block in data["blocks"] if block["status"] in standing and block["clause"]]
    return [line([text_of(span, side) for span in b["spans"] if span["status"] in words]) for b in blocks]


def text_of(span: dict[str, str], side: str) -> str:
    return span.get("follows", span["text"]) if side == "old" else span["text"]


def line(parts: list[str]) -> str:
    return " ".join(unicodedata.normalize("NFC", "".join(parts)).split())


def lines(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield from paragraph_lines(Paragraph(section.title))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from paragraph_lines(block)
            elif isinstance(block, Picture):
                yield line([block.alt])
            else:
                inner = [p for row in block.rows for cell in row.cells for p in cell.content]
                yield from (text for p in inner for text in paragraph_lines(p))


def paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    yield line([i.text if isinstance(i, Text | Number) else " " * isinstance(i, Break) for i in paragraph.content])
    for inline in paragraph.content:
        if isinstance(inline, Note):
            yield from (text for p in inline.content for text in paragraph_lines(p))


@given(pairs())
def test_the_json_reads_as_both_documents(pair: tuple[Document, Document]) -> None:
    data = json.loads(redline_json(compare(*pair)))
    assert read(data, "old") == list(lines(pair[0]))
    assert read(data, "new") == list(lines(pair[1]))


@given(pairs())
def test_the_list_of_changes_is_empty_only_when_nothing_changed(pair: tuple[Document, Document]) -> None:
    redline = compare(*pair)
    data = json.loads(redline_json(redline))
    renamed = any(section.old_id for section in redline.sections)
    cover = replace(redline, sections=())
    assert bool(data["changes"]) == (is_changed(replace(redline, cover=unchanged(pair[1]).cover)) or renamed)
    assert is_changed(cover) == any(span["status"] != "kept" for span in data["blocks"][0]["spans"])


@given(pairs())
def test_the_plain_text_has_no_traceback_for_any_document(pair: tuple[Document, Document]) -> None:
    assert redline_text(compare(*pair)).endswith("\n")
