"""Deliberate faults in the comparer and the Word writer: each must be caught by a few named tests.

Each is put into a copy of the project in a folder of its own; the tests run there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Row
from benchmarks.workshop import Workshop

__all__ = ["FAULTS", "Fault", "measure"]

PROJECT = Path(__file__).resolve().parent.parent
COPIED = ("builder", "tests", "benchmarks", "pyproject.toml")
LAWS, READABLE, MATCHES = "tests/test_redline_laws.py", "tests/test_readable.py", "tests/test_matches.py"
COMPARE, SECTIONS, RULES = "tests/test_compare.py", "tests/test_compare_sections.py", "tests/word/test_word_rules.py"
ROWS, BLOCKS = "tests/word/test_word_rows.py", "tests/test_compare_blocks.py"
LONG = "tests/test_compare_long.py"
GOLDEN, TOKENS = "tests/word/test_word_golden.py", "tests/test_tokens.py"
ELSEWHERE, MOVING = "tests/test_compare_elsewhere.py", "tests/test_moving_laws.py"
CAPTIONS = "tests/test_captions.py"
LANDSCAPE, EXPORT = "tests/word/test_word_landscape.py", "tests/test_export.py"
GRADE, REPORTS, FOLDED = "tests/test_grade.py", "tests/test_change_reports.py", "tests/web/test_web_folded.py"


@dataclass(frozen=True, slots=True)
class Fault:
    """A text in a module of the builder, what stands there instead, and the tests that must notice."""

    what: str
    module: str
    right: str
    wrong: str
    tests: tuple[str, ...]


FAULTS = (
    Fault("insertion before deletion", "compare/paragraphs.py",
          "    yield from (keep_inline(inline, pen.went) for inline in _runs(gone))\n"
          "    yield from (keep_inline(inline, pen.came) for inline in _runs(come))",
          "    yield from (keep_inline(inline, pen.came) for inline in _runs(come))\n"
          "    yield from (keep_inline(inline, pen.went) for inline in _runs(gone))", (READABLE,)),
    Fault("a match fewer than possible", "compare/matches.py", "        if not _longer(rows[j], i):",
          "        if not _longer(rows[j - 1], i):", (MATCHES,)),
    Fault("white space weighs as much as words", "compare/edits.py", "enumerate(side) if token.weighs]",
          "enumerate(side)]", (READABLE,)),
    Fault("no work is too much", "compare/edits.py", "    if len(old) * len(new) <= TABLE:", "    if True:", (LONG,)),
    Fault("what is not compared is not told of", "compare/paragraphs.py",
          "any(stretch.uncounted for stretch in found)", "False", (LONG,)),
    Fault("short words stay as islands", "compare/readable.py", "SHORT_WORD = 3", "SHORT_WORD = 0", (READABLE,)),
    Fault("no paragraph is shown whole", "compare/readable.py", "    return kept * 3 < min(old, new)",
          "    return False", (READABLE,)),
    Fault("insertions are not slid to a sentence's start", "compare/readable.py",
          "    slid = _slid(list(stretches), sides)", "    slid = list(stretches)", (READABLE,)),
    Fault("words are cut at inner marks", "compare/tokens.py", "[-/:.\\u2011’]", "[\\u2011’]", (TOKENS,)),
    Fault("encoding of letters counts", "compare/tokens.py",
          'plain = word if word.isascii() else unicodedata.normalize("NFC", word)', "plain = word",
          (TOKENS,)),
    Fault("white space counts", "compare/tokens.py", "    if word.isspace() and not literal:",
          "    if False:", (TOKENS,)),
    Fault("typed numbers are compared", "compare/tokens.py", '("number", names.get(clause, clause))',
          '("number", text)', (TOKENS,)),
    Fault("a new look is not seen", "compare/paragraphs.py",
          "    return None if _look(old) == _look(new) else old", "    return None", (LAWS, READABLE)),
    Fault("former ids are not known", "compare/pairing.py", "    _match(pairs, _names(old), _former(new))\n", "",
          (SECTIONS,)),
    Fault("all sections stay", "compare/moves.py", "    if targets == sorted(targets):", "    if True:",
          (LAWS, SECTIONS)),
    Fault("likeness of paragraphs is not asked", "compare/align.py", "LIKE = 0.3", "LIKE = 0.0", (READABLE,)),
    Fault("deleted text as w:t", "word/paragraphs.py", 'name = "w:delText" if gone else "w:t"', 'name = "w:t"',
          (RULES,)),
    Fault("deleted field codes as w:instrText", "word/paragraphs.py",
          'code = "w:delInstrText" if gone else "w:instrText"', 'code = "w:instrText"', (RULES,)),
    Fault("rows without a mark", "word/tables.py", "{head}{mark(pen, fate)}", "{head}", (ROWS,)),
    Fault("no author", "word/pen.py", "w:author=", "w:who=", (RULES,)),
    Fault("ids used twice", "word/pen.py", "next(self.ids)", "7", (RULES,)),
    Fault("formatting changes are not marked", "word/paragraphs.py",
          '    change = "" if before == now else', '    change = "" if True else', (LAWS, GOLDEN, RULES)),
    Fault("moves without a range", "word/marks.py", "            result += _range(", "            _range(", (RULES,)),
    Fault("marks before a table are not settled", "word/marks.py",
          "yield from _settled(pen, pending[cut:], new_page=cut > 0)\n", "yield from pending[cut:]\n", (RULES, GOLDEN)),
    Fault("the closing paragraph is left out", "word/writer.py", " + _closing(pen)\n", "\n", (RULES, GOLDEN)),
    Fault("a new annex begins one page late", "word/marks.py", "stays=new_page", "stays=False", (LANDSCAPE,)),
    Fault("a moved half holds the words of both texts", "compare/halves.py",
          "        return in_old(fate) if self.old else in_new(fate)", "        return True", (LAWS, MOVING)),
    Fault("tables that were edited are not known again", "compare/elsewhere.py",
          "case Table() as old, Table() as new:", "case Table() as old, Table() as new if False:", (ELSEWHERE,)),
    Fault("a caption that came is i sak", "changes/grade.py",
          """ and not (edit.kind == "caption" and not (edit.old and edit.new))""", "", (CAPTIONS,)),
    Fault("a footnote says nothing when its paragraph moves", "compare/elsewhere.py",
          """ \\0{' '.join(_words(inner, names) for inner in content)}\\0 """, " ", (ELSEWHERE,)),
    Fault("short paragraphs are known again in other clauses", "compare/elsewhere.py", "WORDS = 5", "WORDS = 1",
          (ELSEWHERE,)),
    Fault("stretches of single rows are folded", "web/marked_tables.py", "LEAST = 4", "LEAST = 1", (FOLDED,)),
    Fault("changed rows are folded", "web/marked_tables.py", "if same and len(rows)", "if len(rows)", (FOLDED,)),
    Fault("the version of a reference is a number", "changes/weighed.py",
          "    pinned = frozenset(_pins(edit))", "    pinned = frozenset[str]()", (GRADE,)),
    Fault("a lead-in does not matter", "changes/places.py", "earlier.under.stays != each.under.stays", "False",
          (GRADE,)),
    Fault("numbered rows are counted as changed", "changes/edits.py", "        first = 1 if _counts_rows(block) else 0",
          "        first = 0", (GRADE,)),
    Fault("a sentence is told in pieces", "changes/what_changed.py",
          "    return same * 2 > max(", "    return same > 99 * max(", (REPORTS,)),
    Fault("reasons of other versions are given", "changes/listing.py",
          "for reason in reasons if reason.version not in others", "for reason in reasons", (EXPORT,)),
    Fault("what moved to another document is new", "changes/joined.py",
          "    return tuple(tuple(told.get(id(change), change) for change in each) for each in found)",
          "    return tuple(found)", (REPORTS,)),
    Fault("small words pair strangers", "compare/align.py", "OF_LANDMARKS = 0.4, 0.2", "OF_LANDMARKS = 0.4, 0.0",
          (READABLE,)),
    Fault("a row's first cell does not name it", "compare/tables.py",
          "        if shared[0] == (0, 0):", "        if False:", (BLOCKS,)),
    Fault("rows are named by their numbers", "compare/tables.py",
          "any(is_landmark(word) and not word.isdigit() for word in words)", "any(map(is_landmark, words))", (BLOCKS,)),
    Fault("strangers that cite the same are moves", "compare/elsewhere.py",
          'word_list(IN_BRACKETS.sub("", thing.text.partition(" ")[2]))', 'word_list(thing.text.partition(" ")[2])',
          (ELSEWHERE,)),
    Fault("tables touch", "word/flow.py", "            if touching or any(needed):", "            if False:", (RULES,)),
)  # fmt: skip


def measure(workshop: Workshop) -> Iterator[Row]:
    """How many faults no test noticed; first that the tests pass without any."""
    copy = workshop.folder / "mutations"
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        else:
            shutil.copy(source, copy / name)
    every = tuple(sorted({test for fault in FAULTS for test in fault.tests}))
    if not _passes(copy, every):
        raise RuntimeError("the tests fail without any fault")
    caught = {fault.what: _caught(copy, fault) for fault in FAULTS}
    missed = [what for what, by in caught.items() if not by]
    told = "; ".join(f"{what}: {Path(by).stem}" for what, by in caught.items() if by)
    yield Row(f"deliberate faults of {len(FAULTS)} that no test noticed", 0, len(missed), "", "; ".join(missed), told)


def _put(folder: Path, fault: Fault) -> str:
    """Put a fault in; the module's text before is returned. ValueError when the place is not there once."""
    path = folder / "builder" / fault.module
    text = path.read_text("utf-8")
    if text.count(fault.right) != 1:
        raise ValueError(f"{fault.what}: {fault.module} holds the place {text.count(fault.right)} times")
    path.write_text(text.replace(fault.right, fault.wrong), "utf-8")
    return text


def _caught(folder: Path, fault: Fault) -> str:
    """The first of the tests that failed with the fault in place, or nothing."""
    before = _put(folder, fault)
    found = next((test for test in fault.tests if not _passes(folder, (test,))), "")
    (folder / "builder" / fault.module).write_text(before, "utf-8")
    print(f"  {fault.what}: {found or 'NOT NOTICED'}", file=sys.stderr, flush=True)
    return found


def _passes(folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether tests pass in a folder, against the package there; a run that could not start is an error."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode == 0
