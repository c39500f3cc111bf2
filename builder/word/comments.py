"""The motives as Word's comments, each on the heading of its clause."""

from collections.abc import Mapping

from builder.model import Facts
from builder.phrases import Phrases, phrases
from builder.redline import Redline
from builder.word import anchors
from builder.word.package import WORDML, Package
from builder.word.pen import Pen
from builder.word.xml import DECLARATION, NAMESPACES, attribute, escape, parse, serialise, tag, value

__all__ = ["add_comments", "beside", "first_comment", "remarked"]

CLEAR_OF_NOTES = 100_000
"""Where the ids of comments begin. LibreOffice 7.4 mixes up a comment and a footnote of one id: each footnote then
shows the words of the next."""

EMPTY = f"{DECLARATION}<w:comments {NAMESPACES}/>".encode()


def beside(redline: Redline) -> Mapping[str, tuple[str, ...]]:
    """What is said of each clause, by bookmark, in the file for those who are asked.

    Not in a redline: a comment there is not the writer's, and motives that changed would not be seen as changes."""
    if redline.new.variant != "remissversion" or redline.old is not None:
        return {}
    said = phrases(redline.new.language)
    return {anchors.of(section): _said(section.facts, said) for section in redline.sections if section.facts.motive}


def _said(facts: Facts, said: Phrases) -> tuple[str, ...]:
    basis = f"{said.basis}: {'; '.join(facts.basis)}" if facts.basis else ""
    return tuple(filter(None, (f"{said.motive}: {facts.motive}", basis)))


def remarked(pen: Pen, bookmark: str, content: str) -> str:
    """A heading with its comment, if there is one."""
    said = pen.beside.get(bookmark)
    if said is None:
        return content
    number = pen.comment(said)
    look = f'<w:rPr><w:rStyle w:val="{pen.style["CommentReference"]}"/></w:rPr>'
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
    )


def first_comment(package: Package) -> int:
    """The first id that no comment of the template has, and no footnote."""
    roots = [parse(package.parts[name]) for name in package.related("comments")]
    used = [value(comment, "id") for root in roots for comment in root.iter(tag("comment"))]
    return max((CLEAR_OF_NOTES, *(int(number) + 1 for number in used if number.isdecimal())))


def add_comments(package: Package, pen: Pen) -> None:
    """The part that holds them, after those of the template."""
    if not pen.comments:
        return
    name = package.only("comments", "word/comments.xml")
    root = parse(package.parts.get(name, EMPTY))
    written = "".join(_comment(pen, number, said) for number, said in enumerate(pen.comments, pen.first_comment))
    root.extend(list(parse(f"<w:comments {NAMESPACES}>{written}</w:comments>".encode(), own=True)))
    package.add(name, serialise(root), f"{WORDML}comments+xml")


def _comment(pen: Pen, number: int, said: tuple[str, ...]) -> str:
    initials = "".join(word[0] for word in pen.revision.author.split())[:3]
    reference = f'<w:r><w:rPr><w:rStyle w:val="{pen.style["CommentReference"]}"/></w:rPr><w:annotationRef/></w:r>'
    look = f'<w:pPr><w:pStyle w:val="{pen.style["CommentText"]}"/></w:pPr>'
    paragraphs = "".join(
        f'<w:p>{look}{reference if n == 0 else ""}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for n, text in enumerate(said)
    )
    date = f' w:date="{attribute(pen.revision.date)}T00:00:00Z"' if pen.revision.date else ""
    signed = f'w:author="{attribute(pen.revision.author)}"{date} w:initials="{attribute(initials)}"'
    return f'<w:comment w:id="{number}" {signed}>{paragraphs}</w:comment>'
