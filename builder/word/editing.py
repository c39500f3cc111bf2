"""What Word is to do while somebody edits: track what is changed, and number the lines."""

from builder.redline import Redline
from builder.word.package import WORDML, Package
from builder.word.xml import DECLARATION, NAMESPACES, parse, serialise, tag

__all__ = ["is_numbered", "track"]

EMPTY = f"{DECLARATION}<w:settings {NAMESPACES}/>".encode()
BEFORE = frozenset(map(tag, (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView",
)))  # fmt: skip
"""What stands before `trackRevisions` in the schema."""


def is_numbered(redline: Redline) -> bool:
    """True for a text whose lines have numbers: that of an agreement, in the file for those who are asked."""
    return redline.new.variant == "remissversion" and not redline.new.supporting


def track(package: Package, redline: Redline) -> None:
    """Word follows changes from the first, so that no answer comes back with changes that nobody sees."""
    if redline.new.variant != "remissversion":
        return
    name = package.only("settings", "word/settings.xml")
    root = parse(package.parts.get(name, EMPTY))
    if root.find(tag("trackRevisions")) is None:
        place = next((n for n, child in enumerate(root) if child.tag not in BEFORE), len(root))
        root.insert(place, root.makeelement(tag("trackRevisions")))
    package.add(name, serialise(root), f"{WORDML}settings+xml")
