"""Reads written pages as a browser would, without the code that wrote them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

__all__ = ["EXTENSIONS", "Page", "read", "read_markdown", "without_front_matter"]

EXTENSIONS = ["attr_list", "footnotes", "sane_lists", "tables", "toc"]
VOID = {"br", "hr", "img", "input", "meta", "link"}


@dataclass
class Page:
    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""
    headings: list[int] = field(default_factory=list)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append(tag)
        if tag[:1] == "h" and tag[1:].isdecimal():
            self.page.headings.append(int(tag[1:]))
        for name, value in attrs:
            self.page.attributes.append((name, value or ""))
            if name == "id":
                self.page.ids.append(value or "")
            if name in ("href", "src"):
                self.page.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.page.text += data


def read(html: str) -> Page:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def without_front_matter(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def read_markdown(text: str) -> Page:
    return read(markdown.markdown(text, extensions=EXTENSIONS))
