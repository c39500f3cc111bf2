"""The pictures of a template: each must be a picture, and of a size that a letterhead needs."""

import warnings
from io import BytesIO

from lxml import etree

from builder.word.fault import TemplateError
from builder.word.package import OFFICE, Package, relations_name
from builder.word.xml import parse

__all__ = ["check_pictures"]

LARGEST = 5_000_000
MOST_POINTS = 40_000_000
NO_PICTURE = "Bilden ”{}” i mallen är ingen bild som går att läsa. Infoga den på nytt i Word, som PNG, JPEG eller SVG."
TOO_HEAVY = "Bilden ”{}” i mallen är på {} MB. En bild får vara högst 5 MB. Minska den och infoga den på nytt."
TOO_WIDE = (
    "Bilden ”{}” i mallen är på {} miljoner punkter. Högst 40 miljoner får plats. Minska den och infoga den på nytt."
)
LOST = "Mallen visar en bild som saknas i filen (”{}”). Infoga bilden på nytt i Word."


def check_pictures(package: Package) -> None:
    """TemplateError for the first picture that is none, or that is too large."""
    for name in list(package.parts):
        if relations_name(name) in package.parts:
            for relation in package.relations(name):
                if relation.type == OFFICE + "image" and not relation.external:
                    _check(relation.target, package.parts.get(relation.target))


def _check(name: str, data: bytes | None) -> None:
    if data is None:
        raise TemplateError(LOST.format(name[:80]))
    if len(data) > LARGEST:
        raise TemplateError(TOO_HEAVY.format(name[:80], -(-len(data) // 1_000_000)))
    points = 0 if name.lower().endswith(".svg") and _is_drawing(data) else _points(name, data)
    if points > MOST_POINTS:
        raise TemplateError(TOO_WIDE.format(name[:80], -(-points // 1_000_000)))


def _is_drawing(data: bytes) -> bool:
    try:
        root = parse(data)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return etree.QName(root).localname == "svg" and not root.getroottree().docinfo.doctype  # type: ignore[attr-defined]


def _points(name: str, data: bytes) -> int:
    """How many points a picture has by its own account; nothing of it is drawn."""
    from PIL import Image, UnidentifiedImageError  # takes long to load, and most templates have no picture

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as picture:
            warnings.simplefilter("ignore")
            return picture.width * picture.height
    except Image.DecompressionBombError:
        return MOST_POINTS * 10
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
        raise TemplateError(NO_PICTURE.format(name[:80])) from fault
