"""A paragraph as tokens: words, white space, marks, numbers, breaks and notes.

Two tokens with the same key are the same to a reader. White space and the encoding of letters
(NFC or NFD) are left out of the key, and so are looks: what is bold is still the same word.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from builder.model import Break, ClauseLink, Inline, Link, Note, Number, OutsideLink, Text, Url

__all__ = ["Token", "tokenise"]

LETTERS = r"[\w\u0300-\u036f\u00ad]+"
TOKEN = re.compile(rf"{LETTERS}(?:(?:[-/:.\u2011’]|(?<=\d),(?=\d)){LETTERS})*-?|\s+|.", re.DOTALL)
"""A word with its inner - / : . ("2017:30", "hälso-", "3,5"), a run of white space, or one mark."""


class Token(NamedTuple):
    """The smallest thing that is inserted or deleted: one inline, or a word in parts with different marks.

    Equal for a reader are those with the same `key`. A `word` is neither white space nor a single mark; what
    `weighs` is a word, a number, a note, a break or a link."""

    key: Hashable
    parts: tuple[Inline, ...]
    text: str
    word: bool
    weighs: bool


def tokenise(content: Sequence[Inline], names: Mapping[str, str], literal: bool = False) -> list[Token]:
    """Tokens of a paragraph. `names` gives sections' new ids; in `literal` text white space counts."""
    tokens: list[Token] = []
    texts: list[Text] = []
    for inline in content:
        if isinstance(inline, Text):
            texts.append(inline)
            continue
        tokens += _words(texts, literal)
        texts = []
        tokens.append(_single(inline, names))
    return [*tokens, *_words(texts, literal)]


def _single(inline: Number | Break | Note, names: Mapping[str, str]) -> Token:
    match inline:
        case Number(clause=clause, text=text):
            return _token(("number", names.get(clause, clause)), (inline,), text)
        case Break():
            return _token(("break",), (inline,), "\n")
        case Note():
            return _token(("note", inline), (inline,), "*")


def _token(key: Hashable, parts: tuple[Inline, ...], text: str) -> Token:
    word = text[:1].isalnum()
    return Token(key, parts, text, word, word or isinstance(key, tuple))


def _words(texts: Sequence[Text], literal: bool) -> Iterator[Token]:
    """The words of texts with different marks; a word may stand in several of them. What stands in one text again is
    the same token."""
    ends = _ends(texts)
    targets = [_target(text.marks.link) for text in texts]
    known: list[dict[str, Token]] = [{} for _ in texts]
    current = start = 0
    for word in TOKEN.findall("".join([text.text for text in texts])):
        end = start + len(word)
        while ends[current] <= start:
            current += 1
        if end <= ends[current]:
            token = known[current].get(word)
            if token is None:
                key = _key(word, targets[current : current + 1], literal)
                token = known[current][word] = _token(key, (Text(word, texts[current].marks),), word)
            yield token
        else:
            last = next(k for k in range(current, len(ends)) if ends[k] >= end)
            key = _key(word, targets[current : last + 1], literal)
            yield _token(key, tuple(_parts(texts, ends, start, end)), word)
        start = end


def _ends(texts: Sequence[Text]) -> list[int]:
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] if ends else 0) + len(text.text))
    return ends


def _parts(texts: Sequence[Text], ends: Sequence[int], start: int, end: int) -> Iterator[Text]:
    for text, stop in zip(texts, ends, strict=True):
        begin = stop - len(text.text)
        if begin < end and stop > start:
            yield Text(text.text[max(start - begin, 0) : end - begin], text.marks)


def _key(word: str, targets: Sequence[str], literal: bool) -> Hashable:
    if word.isspace() and not literal:
        return " "
    plain = word if word.isascii() else unicodedata.normalize("NFC", word)
    return (plain, *targets) if any(targets) else plain


def _target(link: Link | None) -> str:
    """Where a web link leads: another address is another text. A link to a clause is no part of what is
    compared, as the number printed after it says where it leads."""
    match link:
        case Url(address=address):
            return address
        case ClauseLink() | OutsideLink() | None:
            return ""
