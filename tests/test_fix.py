from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import lint
from builder.assemble import assemble
from builder.finding import Finding
from builder.fix import Edit, fix, mended, view
from builder.library import Library
from builder.model import Edition, Position
from builder.read import read
from builder.resolve import resolve
from builder.snapshot import Snapshot

PLAN = "---\ntitel: Samordnad individuell plan\ntidigare-id: [b/sip]\n---\n## Mål\n\nText.\n"
PARAMETERS = "svarstid:\n  värde: 30 minuter\npris:\n  värde: 100 [kr] *\n"
ASSEMBLY = "titel: Avtal\ninnehåll: [a/ett, a/plan]\n"
HEAD = "---\ntitel: Ett\n---\n"
PATH = "clauses/a/ett.md"


def checked(content: bytes) -> tuple[Library, tuple[Finding, ...]]:
    files = {
        PATH: content,
        "clauses/a/plan.md": PLAN.encode(),
        "clauses/register/parametrar.yml": PARAMETERS.encode(),
        "assemblies/a.yml": ASSEMBLY.encode(),
    }
    library, findings = read(Snapshot(files))
    draft, more = assemble(library, library.assemblies["a"])
    document, most = resolve(draft, library, Edition("Avtal"))
    return library, (*findings, *more, *most, *lint.check(library, (document,)))


def with_addresses(body: str) -> str:
    for name in ("svarstid", "pris", "saknas"):
        short = "SVAR" if name == "svarstid" else name.upper()
        body = body.replace(f"({short})", f"(../register/parametrar.yml#{name})")
    return body


def fixed(body: str) -> str:
    content = (HEAD + body).encode()
    library, findings = checked(content)
    return mended(content, fix(library, findings)).decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("Svar inom [45 minuter](SVAR).", "Svar inom [30 minuter](SVAR)."),
        ("[**45 minuter**](SVAR)", "[**30 minuter**](SVAR)"),
        ("**[45](SVAR)**", "**[30 minuter](SVAR)**"),
        ("Kostar [1](PRIS).", "Kostar [100 \\[kr\\] \\*](PRIS)."),
        ("| a |\n|---|\n| [45](SVAR) |", "| a |\n|---|\n| [30 minuter](SVAR) |"),
        ("> Ett\n> - [45\n>   min](SVAR)", "> Ett\n> - [30 minuter](SVAR)"),
        ("Se [avsnitt 4.2](plan.md).", "Se [Samordnad individuell plan](plan.md)."),
        ("Se [en plan](../b/sip.md).", "Se [en plan](plan.md)."),
        ("Se [en plan](../b/sip.md#mal) här.", "Se [en plan](plan.md#mal) här."),
        ('Se [en plan](../b/sip.md "utkast-1").', 'Se [en plan](plan.md "utkast-1").'),
        ("Se [4.2](../a/plan.md).", "Se [Samordnad individuell plan](../a/plan.md)."),
        ("Se [4.2.](plan.md)", "Se [Samordnad individuell plan](plan.md)"),
        ("Se [Samordnad individuel plan](plan.md).", "Se [Samordnad individuell plan](plan.md)."),
        ("Se [samordnade individuella planer](plan.md).", None),
        ("Se [om avsnitt 4.2 och annat](plan.md).", None),
        ("Se avsnitt 4.2.", None),
        ("Se [4.2](saknas.md).", None),
        ("Svar [30](SAKNAS).", None),
    ],
)
def test_what_has_one_right_answer_is_mended(body: str, right: str | None) -> None:
    assert fixed(with_addresses(body)) == with_addresses(body if right is None else right)


def test_a_small_first_letter_stays_small() -> None:
    assert "[samordnad individuell plan]" in fixed("Enligt [samordnad individuel plan](plan.md).")


def test_the_file_keeps_its_mark_line_ends_and_trailing_spaces() -> None:
    body = b"Svar  \r\ninom [45](../register/parametrar.yml#svarstid). \r\n\r\n\tslut"
    content = b"\xef\xbb\xbf---\r\ntitel: Ett \r\n---\r\n" + body
    library, findings = checked(content)
    assert mended(content, fix(library, findings)) == content.replace(b"[45]", b"[30 minuter]")


def test_a_file_changed_meanwhile_is_let_be() -> None:
    edit = Edit(Position(PATH, 1, 1), "ett", "två")
    assert mended(b"tre", [edit]) == b"tre"
    assert mended(b"ett \xff\xe5", [edit]) == "två ".encode() + b"\xff\xe5"
    assert mended(b"", [Edit(Position(PATH, 9, 9), "ett", "två")]) == b""


def test_what_was_done_is_shown() -> None:
    edit = Edit(Position(PATH, 4, 7), "45\nminuter", "30 minuter")
    assert view([edit]) == "clauses/a/ett.md:4: ”45 minuter” → ”30 minuter”\n1 rättning\n"
    assert view([edit, edit]).endswith("2 rättningar\n")
    assert view([]) == "Inget att rätta.\n"


# A link is followed by a space: two links to one place side by side are one link to the reader.
PIECES = [
    "[45 minuter](../register/parametrar.yml#svarstid) ", "[avsnitt 4.2](plan.md) ", "[5](plan.md) ",
    "[plan](plan.md) ",
    "[Samordnad individuel plan](plan.md) ", "ord ", "å\u0308 ", "\n", "\r\n", "\r\n\r\n", "> ", "- ",
    "| a |\n|---|\n| ", " |", "`[5](plan.md)`", "**", "\\", "\t", "[^1]", "\u00a0",
]  # fmt: skip


def codes(findings: Iterable[Finding]) -> list[str]:
    return [f.code for f in findings if f.code in ("P401", "T308")]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
def test_only_the_reported_places_change_and_nothing_is_left_to_mend(body: str, marked: bool) -> None:
    content = (b"\xef\xbb\xbf" if marked else b"") + (HEAD + body).encode()
    library, findings = checked(content)
    edits = fix(library, findings)
    after = mended(content, edits)
    again, left = checked(after)
    assert codes(left) == []
    assert fix(again, left) == ()
    assert undone(after, edits) == content


def undone(content: bytes, edits: tuple[Edit, ...]) -> bytes:
    """The file with each changed text put back, found in turn: what stands between is as it was."""
    before, rest = b"", content
    for edit in edits:
        kept, _, rest = rest.partition(edit.after.encode())
        before += kept + edit.before.encode()
    return before + rest
