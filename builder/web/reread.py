"""The pages of references to look at again: clause by clause what has happened, when, by whom, and what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from builder.model import Document, Edition, Section
from builder.redline import Redline
from builder.review import Stale, Target, entry, law_id
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.inset_redline import changed_parts
from builder.web.names import numbered, short_title
from builder.web.places import LAWS, PARAMETERS, REREAD, TERMS, Place, Places, law_anchor, relative, reread_page
from builder.web.site import Site
from builder.web.work import Work

__all__ = ["reread_pages", "to_reread"]

TITLE = "Att läsa om"
INTRO = (
    "Klausulerna här hänvisar till något som har ändrats sedan de skrevs eller lästes. Läs klausulen bredvid det som "
    "är ändrat.\n\n"
    "Listan är skrivgruppens arbetslista. Den säger inget om vad som gäller."
)
SHARED = "En klausul som flera avtal delar står under det första av dem."
NOTHING = "Inget att läsa om."
DATA = "att-lasa-om/att-lasa-om.json"


Group = tuple[Document, list[Section]]
"""An agreement's own text and the clauses in it to read, in printed order."""


def to_reread(site: Site, work: Work) -> tuple[Group, ...]:
    """The clauses to read, under the first agreement that has them."""
    left, found = {stale.citation.clause for stale in work.stale}, []
    for document in site.own:
        mine = [section for section in document.sections if section.kind == "clause" and section.id in left]
        left -= {section.id for section in mine}
        found += [(document, mine)] if mine else []
    return tuple(found)


def reread_pages(places: Places, site: Site, work: Work, edition: Edition | None) -> dict[str, str | bytes]:
    """The list of agreements, and a page for each with all references to look at again in its clauses."""
    rows = {clause: list(found) for clause, found in groupby(work.stale, key=lambda stale: stale.citation.clause)}
    groups = to_reread(site, work)
    lines = [INTRO, "", *_counted(site, groups, rows), *_download(work)] if groups else [NOTHING]
    written: dict[str, str | bytes] = {REREAD: _page(TITLE, edition, lines)}
    for document, sections in groups:
        pen = _Pen(places, site, reread_page(document), {})
        told = [line for section in sections for line in pen.clause(document, section, rows[section.id])]
        title = f"{TITLE}: {short_title(site.library, document.edition)}"
        written[pen.page] = _page(title, document.edition, [INTRO, "", *told])
    return written


def _page(title: str, edition: Edition | None, lines: Iterable[str]) -> str:
    top = page_top(yaml_text(title), edition, searchable=False)
    return f"{top}# {markdown_text(title)}\n\n" + "\n".join(lines) + "\n"


def _counted(site: Site, groups: Iterable[Group], rows: Mapping[str, Sequence[Stale]]) -> Iterator[str]:
    for document, sections in groups:
        number = sum(len(rows[section.id]) for section in sections)
        words = f"{number} hänvisning{'ar' * (number > 1)} i {len(sections)} klausul{'er' * (len(sections) > 1)}"
        title = markdown_text(short_title(site.library, document.edition), at_start=True)
        yield f"-   [{title}]({relative(REREAD, Place(reread_page(document)))}): {words}"
    yield from ("", SHARED, "")


def _download(work: Work) -> Iterator[str]:
    if DATA in work.files:
        yield from (f"[Listan som data (JSON)]({relative(REREAD, Place(DATA))})", "{: .fakta }", "")


class _Pen:
    """Writes a page. `shown`: the changes that stand on it, by what is compared, with their anchors."""

    def __init__(self, places: Places, site: Site, page: str, shown: dict[int, tuple[Redline, str]]) -> None:
        self.places, self.site, self.page, self.shown = places, site, page, shown

    def clause(self, document: Document, section: Section, found: Sequence[Stale]) -> Iterator[str]:
        place = self.places.sections[document.name, section.id]
        yield f"## [{markdown_text(numbered(section))}]({relative(self.page, place)}) {{#klausul-{slug(section.id)}}}"
        yield ""
        for stale in found:
            yield from self.entry(stale)

    def entry(self, stale: Stale) -> Iterator[str]:
        told = entry(stale)
        yield f"<strong>{self.target(stale)}</strong> {markdown_text(told.what)}"
        yield from ("", f"{markdown_text(told.when, at_start=True)}", "{: .fakta }", "")
        yield from (f"-   {markdown_text(line, at_start=True)}" for line in told.said)
        yield ""
        yield from self.change(stale)
        yield from (f"{markdown_text(told.remedy, at_start=True)}<br>`{_code(told.command)}`", "", "")

    def change(self, stale: Stale) -> Iterator[str]:
        """What has changed in a clause, once on the page: later ones lead to the first."""
        if stale.redline is None:
            return
        known = self.shown.get(id(stale.redline))
        if known is not None:
            yield from (f"[Ändringen visas längre upp](#{known[1]})", "")
            return
        anchor = f"andring-{len(self.shown) + 1}"
        self.shown[id(stale.redline)] = stale.redline, anchor
        yield changed_parts(stale.redline, anchor, f"ändring {len(self.shown)}")
        yield ""

    def target(self, stale: Stale) -> str:
        """What is referred to, as a link to where it can be read."""
        target, library = stale.citation.target, self.site.library
        place, name = self.place(target, stale.citation.agreement), target.id
        match target.kind:
            case "klausul" | "version":
                clause = library.clauses.get(target.id)
                name = clause.title if clause else name
            case "parameter":
                name = f"Värdet {library.parameters[target.id].value}" if target.id in library.parameters else name
            case "term":
                name = f"Begreppet {library.terms[target.id].term}" if target.id in library.terms else name
            case "lag":
                pass
        return f"[{markdown_text(name)}]({relative(self.page, place)})" if place else markdown_text(name)

    def place(self, target: Target, agreement: str) -> Place | None:
        library = self.site.library
        match target.kind:
            case "klausul" | "version":
                return self.places.outside(agreement or target.id.partition("/")[0], target.id)
            case "parameter":
                return Place(PARAMETERS, slug(target.id)) if target.id in library.parameters else None
            case "term":
                return Place(TERMS, slug(target.id)) if target.id in library.terms else None
            case "lag":
                law = law_id(target.id, library)
                section = target.id.removeprefix(law).strip()
                known = law in library.laws and section in library.laws[law].sections
                return Place(LAWS, law_anchor(law, section if known else "")) if law else None


def _code(command: str) -> str:
    return command.replace("`", "'")
