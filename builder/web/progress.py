"""The page of how far the work has come: for each agreement its version, what remains, its gates and the next days."""

from collections.abc import Iterable, Iterator

from builder.gates import Passage, Progress, lacking, shared
from builder.model import Document, Edition
from builder.web.asked import asked
from builder.web.banner import day, page_top
from builder.web.drawn import has_pictures
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.names import short_title
from builder.web.places import DECISIONS, PICTURES, PROGRESS, QUESTIONS, REREAD, VERSIONS, Place, relative
from builder.web.site import Site
from builder.web.work import Work

__all__ = ["progress_page"]

TITLE = "Läget"
INTRO = "Så långt har arbetet kommit. En grind är något som ska vara klart innan arbetet går vidare."
DATA = "laget.json"
HEADS = "| Grind | Läge | Vad som saknas | Ansvarar |\n|---|---|---|---|"


def progress_page(site: Site, work: Work, edition: Edition | None) -> str:
    """How far each agreement has come, and last what is the same for all."""
    names = {document.edition.agreement: document for document in reversed(site.own)}
    order = [document.edition.agreement for document in site.own]
    same = shared(work.progress)
    drawn = f" {_link('Tidplanen och riskerna i bild', Place(PICTURES))}." if has_pictures(site) else ""
    lines = [INTRO + drawn, ""]
    for progress in sorted(work.progress, key=lambda one: order.index(one.agreement) if one.agreement in order else -1):
        document = names.get(progress.agreement)
        title = short_title(site.library, document.edition) if document else progress.title
        lines += [f"## {markdown_text(title, at_start=True)} {{#{slug(progress.agreement)}}}", ""]
        lines += _facts(progress, document)
        lines += _gates(passage for passage in progress.gates if passage not in same)
        lines += _days(progress.next_days)
    if same:
        lines += ["## Lika för alla avtal {#alla}", "", *_gates(same)]
    lines += [f"[Läget som data (JSON)]({DATA})", "{: .fakta }"] if DATA in work.files else []
    body = "\n".join(lines) if work.progress else "Här finns inga överenskommelser."
    return f"{page_top(yaml_text(TITLE), edition, searchable=False)}# {TITLE}\n\n{body}\n"


def _facts(progress: Progress, document: Document | None) -> Iterator[str]:
    """Each number leads to what it counts; to the place of the agreement where it has one there."""
    anchor = slug(document.name) if document else ""
    saved = f"{progress.version}, {progress.status}, {day(progress.date)}" if progress.version else "ingen är sparad"
    yield f"-   Senaste version: {_link(markdown_text(saved), Place(VERSIONS))}"
    questions = f"{progress.questions} {'öppen fråga' if progress.questions == 1 else 'öppna frågor'}"
    there = anchor if document and asked(document) else ""
    linked = _link(questions, Place(QUESTIONS, there)) if progress.questions else questions
    assumed = f"{progress.assumptions} {'antagande' if progress.assumptions == 1 else 'antaganden'}"
    yield f"-   Återstår: {progress.errors} fel, {linked}, {assumed}"
    number = f"{progress.to_review} hänvisning{'ar' * (progress.to_review != 1)}"
    again = _link(number, Place(REREAD)) if progress.to_review else "inget"
    yield f"-   Att läsa om: {again}"
    yield f"-   Beslut: {_link(f'{progress.decided} av {progress.parties} parter', Place(DECISIONS, anchor))}"
    yield ""


def _link(words: str, place: Place) -> str:
    return f"[{words}]({relative(PROGRESS, place)})"


def _gates(passages: Iterable[Passage]) -> Iterator[str]:
    if rows := [_row(passage) for passage in passages]:
        yield from (HEADS, *rows, "")


def _row(passage: Passage) -> str:
    gate = passage.gate
    missing = [
        markdown_text(_capital(words)) + (f" <small>({markdown_text(owner)})</small>" if owner else "")
        for words, owner in lacking(passage)
    ]
    state = "klar" if passage.open else f"{len(missing)} krav saknas"
    cells = markdown_text(gate.name), state, "<br>".join(missing) or "–", markdown_text(gate.owner) or "–"
    return f"| {' | '.join(cells)} |"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _days(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = [f"-   <strong>{markdown_text(day(on))}</strong> {markdown_text(words)}" for on, words in found]
    if rows:
        yield from ("De närmaste dagarna:", "", *rows, "")
