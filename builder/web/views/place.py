"""Where the views stand on the site, and how their pages begin."""

from builder.model import Edition
from builder.records import Record, ViewSpec, value_texts
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text

__all__ = ["begin", "one", "row_page", "view_page"]


def view_page(view: ViewSpec) -> str:
    """The page that a view begins on."""
    return f"vyer/{slug(view.id)}/index.md"


def row_page(view: ViewSpec, name: str) -> str:
    """The page of one of its rows, or of one party."""
    own = slug(name)
    return f"vyer/{slug(view.id)}/{own}-sida.md" if own == "index" else f"vyer/{slug(view.id)}/{own}.md"


def begin(title: str, edition: Edition | None, intro: str = "", wide: bool = False) -> str:
    """The top of a page: its banner, its title and what is said first."""
    head = page_top(yaml_text(title), edition, ("toc",) if wide else ())
    said = f"{markdown_text(intro, at_start=True)}\n\n" if intro else ""
    return f"{head}# {markdown_text(title, at_start=True)}\n\n{said}"


def one(record: Record, column: str) -> str:
    """What a row says first in a column; empty when it says nothing."""
    return next(iter(value_texts(record, column)), "")
