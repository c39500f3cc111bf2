"""Makes any text safe to stand in Markdown: it shows as it is and never becomes markup, code or a link."""

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit

__all__ = [
    "anchor_text",
    "attribute",
    "clean",
    "css_string",
    "html_text",
    "markdown_text",
    "safe_address",
    "slug",
    "yaml_text",
]

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
SPECIAL = {ord(char): f"&#{ord(char)};" for char in "\\`*_[]{}|~^=$#"}
SPECIAL |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
TITLE = {ord(char): f"&#{ord(char)};" for char in '\\"{}<>&'}
QUOTED = SPECIAL | {ord(char): f"&#{ord(char)};" for char in "\"'()"}
BLOCK_START = re.compile(r"^(\d+(?=[.)])|)([-+:!.)@])")
# Python-Markdown marks its own places with U+0002 and U+0003; the others hide or turn text around.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
RISKY = re.compile(r"[\\`*_\[\]{}|~^=$#&<>]")
SPACE = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")
NOT_ANCHOR = re.compile(r"[^A-Za-z0-9/._-]+")
NOT_SLUG = re.compile(r"[^\w]+")


def clean(text: str) -> str:
    """Text on one line, without control characters."""
    if text.isprintable() and "  " not in text:
        return text
    return SPACE.sub(" ", INVISIBLE.sub("", text))


def markdown_text(text: str, at_start: bool = False) -> str:
    """Text that reads the same after Markdown. `at_start`: it begins a paragraph, where more characters matter."""
    cleaned = clean(text)
    escaped = cleaned.translate(SPECIAL) if RISKY.search(cleaned) else cleaned
    return BLOCK_START.sub(_entity, escaped.lstrip(" ")) if at_start else escaped


def _entity(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};"


@lru_cache(maxsize=4096)
def attribute(text: str) -> str:
    """Text for a quoted attribute or a link's title in Markdown."""
    return clean(text).translate(QUOTED)


def html_text(text: str) -> str:
    """Text for an HTML element or attribute, line breaks kept; braces too could mean something to a template."""
    return html.escape(INVISIBLE.sub("", text)).replace("{", "&#123;")


def yaml_text(text: str) -> str:
    """A page title for the front matter: the theme prints it unescaped, so it is escaped here."""
    return f'"{clean(text).translate(TITLE)}"'


def safe_address(address: str) -> str:
    """A web or mail address that can stand in a Markdown link; empty when it must not be a link."""
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return ""
    if scheme not in ALLOWED_SCHEMES:
        return ""
    return quote(clean(address).strip(), safe="/:?#@!$&+,;=%-.~").replace("&", "&amp;")


def css_string(text: str) -> str:
    """Text for a quoted string in a style sheet."""
    return "".join(char if char.isalnum() or char in " .,–-" else f"\\{ord(char):x} " for char in clean(text))


def anchor_text(name: str) -> str:
    """An id as an anchor: as it is when it is well-formed, else without what markup could be made of."""
    return NOT_ANCHOR.sub("-", name) or "-"


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Text as a part of an address: a-z, 0-9 and hyphen."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return NOT_SLUG.sub("-", plain).strip("-_") or "text"
