"""The comparison as a page: it reads as the new and the old text, counts right, and explains itself."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from reading import read
from web_examples import DOCUMENT, clause, para

from builder.model import Facts, Note, Number, Paragraph, Reason, Section, Shape, Text, plain_text
from builder.redline import (
    MarkedParagraph,
    MarkedSection,
    Redline,
    Revision,
    Span,
    accept,
    keep_section,
    reject,
    unchanged,
)
from builder.web import redline_html

CAME = (Revision("insertion", "Skrivgruppen", "2026-11-01"),)
WENT = (Revision("deletion", "Skrivgruppen", "2026-11-01"),)
FROM = Revision("move-from", "Skrivgruppen", "2026-11-01", "m1")
TO = Revision("move-to", "Skrivgruppen", "2026-11-01", "m1")
OLD = replace(DOCUMENT.edition, version="utkast-1", date="2026-10-01")
NEW = replace(DOCUMENT.edition, version="utkast-2")


class OneSide(HTMLParser):
    """The text of the changed cards as it reads in one mode: what the style sheet hides there is left out."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.hidden = {"dold", "mellan", "utgick", "bara-utgick", "fakta", "marke", "klausulfot", "varfor", "tom"}
        self.hidden |= {"flyttmarke", "grad"}
        self.hidden |= {"bara-gammal", "fore-flytt", "bara-da"} if mode == "ny" else {"bara-ny", "bara-nu"}
        self.element = "del" if mode == "ny" else "ins"
        self.stack: list[tuple[str, bool]] = []
        self.cards = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = set((dict(attrs).get("class") or "").split())
        self.cards += "andring" in names
        if tag not in ("br", "meta", "input", "link"):
            self.stack.append((tag, bool(names & self.hidden) or tag == self.element or tag == "sup"))
        if tag in ("p", "li", "h3", "th", "td", "br"):
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass
        if not any(name == "section" for name, _ in self.stack):
            self.cards = self.cards and 0

    def handle_data(self, data: str) -> None:
        if any(tag == "section" for tag, _ in self.stack) and not any(hidden for _, hidden in self.stack):
            self.text.append(data)


def seen(html: str, mode: str) -> list[str]:
    reader = OneSide(mode)
    reader.feed(html)
    return "".join(reader.text).split()


def words(sections: tuple[Section, ...]) -> list[str]:
    return " ".join(text for section in sections for text in plain_text(section)).split()


def redline(*sections: MarkedSection) -> Redline:
    return replace(unchanged(DOCUMENT), sections=sections, old=OLD, new=NEW)


def edited(spans: tuple[Span, ...], **changes: object) -> MarkedSection:
    section = MarkedSection(
        "hemmet/sip", "clause", 2, MarkedParagraph((Span(Text("Planen")),)), (MarkedParagraph(spans),)
    )
    return replace(section, **changes)  # type: ignore[arg-type]


FATES = st.sampled_from([(), CAME, WENT])
SPANS = st.lists(
    st.tuples(st.sampled_from(["ett ", "två", " tre", "fyra, ", "<b>", "å"]), FATES), min_size=1, max_size=8
)
SHAPES = st.sampled_from(
    [Shape(), Shape(level=1, marker="bullet"), Shape(level=2, marker="number"), Shape(level=1, marker="none")]
)


@given(st.lists(st.tuples(SPANS, SHAPES), min_size=1, max_size=5))
def test_each_side_alone_reads_as_that_document(paragraphs) -> None:  # type: ignore[no-untyped-def]
    blocks = [MarkedParagraph(tuple(Span(Text(t), f) for t, f in spans), shape) for spans, shape in paragraphs]
    changed = MarkedParagraph((Span(Text("slut"), CAME), Span(Text("mål"), WENT)))
    marked = redline(edited((), blocks=(*blocks, changed)))
    html = redline_html(marked)
    assert "".join(seen(html, "ny")) == "".join(words(accept(marked)))
    assert "".join(seen(html, "gammal")) == "".join(words(reject(marked)))


def test_what_went_stands_before_what_came_with_a_space_between() -> None:
    html = redline_html(
        redline(edited((Span(Text("inom ")), Span(Text("60"), CAME), Span(Text("30"), WENT), Span(Text(" minuter")))))
    )
    assert html.index("30</del>") if "30</del>" in html else html.index("<del>") < html.index("<ins><span")
    assert '</del><span class="mellan"> </span><ins>' in html


def test_sides_are_said_in_words_too() -> None:
    html = redline_html(redline(edited((Span(Text("nytt"), CAME), Span(Text("gammalt"), WENT)))))
    assert '<ins><span class="dold">tillagt: </span>nytt' in html
    assert '<del><span class="dold">borttaget: </span>gammalt' in html


def test_a_number_that_only_followed_is_no_change() -> None:
    html = redline_html(redline(edited((Span(Text("se ")), Span(Number("hemmet/x", "5.3"), follows="5.2")))))
    assert "Texterna är lika." in html


def test_counts_are_computed() -> None:
    sections = (
        edited((Span(Text("a"), CAME),)),
        keep_section(clause("hemmet/ny", "1", "Ny", para("n")), CAME),
        keep_section(clause("hemmet/bort", "2", "Bort", para("b")), WENT),
        keep_section(clause("hemmet/lika", "3", "Lika", para("l"))),
        keep_section(clause("hemmet/flytt", "4", "Flytt", para("f")), (FROM,)),
        keep_section(clause("hemmet/flytt", "5", "Flytt", para("f")), (TO,)),
    )
    html = redline_html(redline(*sections))
    assert "1 ändrat, 1 nytt, 1 borttaget, 1 flyttat, 1 oförändrat</strong> avsnitt" in html
    assert html.count('<section class="andring') == 4
    assert "Stod i avsnitt 4." in html


def test_a_moved_section_marks_what_was_edited_in_it() -> None:
    before = replace(edited((Span(Text("trettio"), (FROM, *WENT)), Span(Text(" minuter"), (FROM,)))), fate=(FROM,))
    after = replace(edited((Span(Text("sextio"), (TO, *CAME)), Span(Text(" minuter"), (TO,)))), fate=(TO,))
    html = redline_html(redline(before, after))
    assert "tillagt: </span>sextio" in html
    assert "borttaget: </span>trettio" in html
    assert "Texten före flytten" in html


def test_the_reason_of_the_version_is_shown() -> None:
    facts = Facts(reasons=(Reason("utkast-1", "Förr."), Reason("utkast-2", "Två kommuner saknade en gräns.")))
    html = redline_html(redline(edited((Span(Text("x"), CAME),), facts=facts)))
    assert "<strong>Varför:</strong> Två kommuner saknade en gräns." in html
    assert "Förr." not in html


def test_a_footnote_shows_its_change() -> None:
    note = keep_section(clause("hemmet/x", "1", "X", para("ord", Note((para("fot"),)))), CAME)
    assert "fot</p>" in redline_html(redline(note))


def test_the_page_needs_nothing_else() -> None:
    page = read(redline_html(redline(edited((Span(Text("x"), CAME),)))))
    assert not [link for link in page.links if not link.startswith("#")]
    assert "content-security-policy" in {value.lower() for name, value in page.attributes if name == "http-equiv"}
    assert not {"style", "onclick"} & {name for name, _ in page.attributes}


def test_every_printed_page_says_what_it_is() -> None:
    marked = redline(edited((Span(Text("x"), CAME),)))
    title = replace(marked.new, title='Avtal"; } </style>')
    style = redline_html(replace(marked, new=title)).split("<style>")[1].split("</style>")[0]
    assert '@top-left { content: "UTKAST \\b7 ' in style
    assert "Version utkast-2" in style
    assert 'Avtal\\22 \\3b  \\7d  \\3c \\2f style\\3e "' in style


def test_a_section_that_only_moved_shows_its_text_once() -> None:
    section = clause("hemmet/flytt", "4", "Flytt", para("oförändrad text"))
    html = redline_html(redline(keep_section(section, (FROM,)), keep_section(section, (TO,))))
    assert html.count("oförändrad text") == 1


def test_the_page_says_what_it_is() -> None:
    page = read(redline_html(redline(edited((Span(Text("x"), CAME),)))))
    assert "UTKAST" in page.text
    assert "Version utkast-1, 1 oktober 2026" in page.text
    assert page.headings == [1, 2, 2, 3]


def test_a_document_against_itself_has_no_change() -> None:
    html = redline_html(unchanged(DOCUMENT))
    assert "Texterna är lika." in html
    assert "<section" not in html


def test_empty_paragraphs_do_no_harm() -> None:
    assert redline_html(
        redline(edited((), blocks=(MarkedParagraph((), fate=CAME), MarkedParagraph((Span(Text("")),)))))
    )
    assert Paragraph(())
