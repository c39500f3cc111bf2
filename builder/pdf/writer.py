"""From a redline to a file: its source for the typesetter, and the typesetter's errors as sentences."""

import re
from calendar import timegm
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from time import strptime

from builder.model import Edition
from builder.pdf.cover import SHORT, contents, cover, guide, history, letter_head
from builder.pdf.escape import cleaned, string
from builder.pdf.fault import PdfError, PressError
from builder.pdf.inline import Ink
from builder.pdf.labels import labels, language
from builder.pdf.press import pressed
from builder.pdf.sections import places, sections
from builder.pdf.streams import plain_ends
from builder.phrases import mark, phrases
from builder.redline import MarkedSection, Redline, new_words

__all__ = ["source", "write"]

LETTERS = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def write(redline: Redline) -> bytes:
    """The bytes of the .pdf: an archive's, with its words in order (PDF/A-2a), and everyone's who reads (PDF/UA-1)."""
    try:
        made = pressed(_look() + source(redline).encode(), _moment(redline.new.date))
    except PressError as error:
        raise PdfError(_sentence(redline, error)) from error
    return plain_ends(made)


@cache
def _look() -> bytes:
    return (files("builder.pdf") / "look.typ").read_bytes()


def source(redline: Redline) -> str:
    """The document as Typst source, a line for each section."""
    ink = Ink(places(redline.sections), labels(redline.new.language), _motive(redline))
    facts = "".join(f"  {name}: {value},\n" for name, value in _edition(redline))
    letter = redline.new.letter
    front = (
        [letter_head(ink, redline)]
        if letter
        else [*cover(ink, redline), "start()", history(redline), guide(redline), contents(redline), "start()"]
    )
    return "\n".join([f"#sheet((\n{facts}), {{", *front, *sections(ink, redline.sections), "})\n"])


def _motive(redline: Redline) -> str:
    """Reasons are for those who are asked. In a redline, motives that changed would not be seen as changes."""
    asked = redline.new.variant == "remissversion" and redline.old is None
    return phrases(redline.new.language).motive if asked else ""


def _edition(redline: Redline) -> Iterator[tuple[str, str]]:
    """What every page and the file itself say."""
    new, words = redline.new, phrases(redline.new.language)
    code, region = language(new.language)
    said = mark(new.status, new.language)
    own = labels(new.language)
    yield "title", string(new.title if new.title.strip() else redline.name)
    yield "author", string(new.author)
    yield "keywords", _keywords(redline.name, new)
    yield "language", string(code)
    yield "region", string(region) if region else "none"
    yield "version", string(f"{words.version} {new.version}")
    yield "compared", string("" if redline.old is None else own.changes_since.format(redline.old.version))
    yield "mark", string(said)
    yield "marksize", f"{min(90, 1000 // max(len(said), 1))}pt"
    yield "foot", _foot(new)
    yield "page", string(words.page)
    yield "of", string(words.of)


def _keywords(name: str, edition: Edition) -> str:
    """By which a file can be told, also by its name alone."""
    facts = (
        name, edition.version, edition.status, edition.diary, edition.commit, edition.checksum, edition.recipient,
    )  # fmt: skip
    return f"({''.join(string(fact) + ',' for fact in facts if fact)})"


def _foot(edition: Edition) -> str:
    """Two lines, so that a long diary number has room."""
    words = phrases(edition.language)
    sum_ = f"{words.checksum.lower()} {edition.checksum[:16]}" if edition.checksum else ""
    lines = ((f"{words.version} {edition.version}", edition.date, edition.diary), (edition.commit[:SHORT], sum_))
    return f"({''.join(string(' · '.join(filter(None, line))) + ',' for line in lines)})"


def _moment(date: str) -> int:
    """The date of the text, never that of the making: the same text is the same file."""
    try:
        return timegm(strptime(date[:10], "%Y-%m-%d"))
    except ValueError:
        return 0


# --- what went wrong ---------------------------------------------------------------------------------


def _sentence(redline: Redline, error: PressError) -> str:
    letters = {_letters(found) for found in LETTERS.findall(error.diagnostic)}
    if not letters:
        why = cleaned(error.message)
        return f"PDF-filen av ”{redline.name}” kunde inte göras: {why}. Gör den med --via libreoffice i stället."
    first = min(letters, key=lambda shown: (_place(redline, shown), shown))
    names = ", ".join(f"U+{ord(letter):04X}" for letter in first)
    return (
        f"Tecknet ”{first}” ({names}) finns inte i de typsnitt som bäddas in i en PDF. Det står i "
        f"{_place(redline, first)}. Byt tecknet, eller gör filen med --via libreoffice."
    )


def _letters(shown: str) -> str:
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), shown)


def _place(redline: Redline, letters: str) -> str:
    """Where letters stand, as a reader finds them."""
    ink = Ink({}, labels(redline.new.language))
    for section in redline.sections:
        if letters in "".join(sections(ink, [section])):
            return _named(section)
    return "uppgifterna på första sidan"


def _named(section: MarkedSection) -> str:
    words = f"{section.number} {cleaned(new_words(section.title))}".strip()
    return f"avsnittet ”{words}”" + (f" ({section.path})" if section.path else "")
