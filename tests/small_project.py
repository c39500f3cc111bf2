"""A small project for the tests of resolution, and a document shown as words with its marks:
[text](target) a link, #1.2 a number, {text|term}, <text|act section>, $value$, ^[note].
"""

from collections.abc import Mapping
from textwrap import dedent

from builder.assemble import assemble
from builder.finding import Finding
from builder.library import Library
from builder.model import (
    Block,
    Break,
    ClauseLink,
    Document,
    Edition,
    Inline,
    LawUse,
    Marks,
    Note,
    Number,
    OutsideLink,
    ParameterUse,
    Section,
    Table,
    TermUse,
    Text,
    Url,
)
from builder.read import read
from builder.resolve import resolve
from builder.snapshot import Snapshot

REGISTERS = {
    "termer": """
        sip: {term: samordnad individuell plan, förkortning: SIP, definition: En plan., källa: 16 kap. 4 § HSL}
        patient: {term: patient, definition: Den som får vård.}
        arende: {term: ärende, definition: Något.}
    """,
    "lagar": """
        HSL: {sfs: "2017:30", namn: hälso- och sjukvårdslagen, paragrafer: {"16 kap. 1 §": {}, "16 kap. 4 §": {}}}
        SoL: {sfs: "2025:400", namn: socialtjänstlagen}
        "SoL 2001": {sfs: "2001:453", namn: den upphävda socialtjänstlagen, upphävd: "2025-07-01", ersatt-av: SoL}
    """,
    "parametrar": """
        svarstid: {värde: 30 minuter, betydelse: Tid att ringa upp., källa: antagande, fråga: Hur snabbt?}
        dygn: {värde: 3 dagar, betydelse: Tid att betala., källa: känd, låst-av: SoL 5 kap. 4 §}
    """,
    "parter": """
        kommunen: {namn: Kommunen, kort: kommunen, slag: roll}
        regionen: {namn: Regionen, kort: regionen, slag: roll}
        nassjo: {namn: Nässjö kommun, kod: "0682", slag: kommun, beskrivning: En kommun.}
        angelholm: {namn: Ängelholms kommun, slag: kommun}
        norr: {namn: Region Norr, slag: region}
    """,
    "avtal": """
        hemmet: {titel: Överenskommelse om hemmet}
        rehab: {titel: Avtal om patienter}
    """,
    "versioner": """
        rehab:
          - {version: utkast-1, commit: 0123456789012345678901234567890123456789, datum: "2026-01-01", status: utkast}
    """,
}
CLAUSES = {
    "hemmet/sip": "titel: Samordnad individuell plan\n---\nText.\n\n## Mål och syfte\n\nText.\n\n## Mål och syfte\n",
    "hemmet/utanfor": "titel: Utanför dokumentet\n---\nText.\n",
    "rehab/forskrivning": "titel: Förskrivning\n---\nText.\n",
    "rehab/lada": "titel: Låda\n---\nText.\n",
}
ASSEMBLIES = {
    "hemmet": "titel: Avtalet\navtal: hemmet\ninnehåll: [Ett: [hemmet/sip, hemmet/klausul]]\n"
    "bilagor: [begreppslista, parametrar, parter]\n",
    "rehab": "titel: Rehab\navtal: rehab\ninnehåll: [Ett: [rehab/lada, rehab/forskrivning]]\n",
}
PATH = "clauses/hemmet/klausul.md"
EDITION = Edition("Avtalet")


def library(body: str, header: str = "", registers: Mapping[str, str] = REGISTERS, **clauses: str) -> Library:
    files = {
        PATH: f"---\ntitel: Klausulen\n{dedent(header)}---\n{body}",
        **{f"clauses/{id}.md": f"---\n{text}" for id, text in {**CLAUSES, **clauses}.items()},
        **{f"clauses/register/{name}.yml": dedent(text) for name, text in registers.items()},
        **{f"assemblies/{name}.yml": text for name, text in ASSEMBLIES.items()},
    }
    return read(Snapshot({path: text.encode() for path, text in files.items()}))[0]


def document(lib: Library, edition: Edition = EDITION) -> tuple[Document, tuple[Finding, ...]]:
    return resolve(assemble(lib, lib.assemblies["hemmet"])[0], lib, edition)


def section(body: str, header: str = "", **more: str) -> tuple[Section, list[tuple[str, int, int]]]:
    made, findings = document(library(body, header, **more))
    clause = next(section for section in made.sections if section.id == "hemmet/klausul")
    return clause, [(f.code, f.position.line, f.position.column) for f in findings if f.position.path == PATH]


def shown(body: str, **more: str) -> str:
    return "\n".join(map(block_shown, section(body, **more)[0].blocks))


def codes(body: str, **more: str) -> list[tuple[str, int, int]]:
    """The findings of a clause, its body beginning on line 4."""
    return section(body, **more)[1]


def hint(body: str) -> str:
    return document(library(body))[1][0].hint


def block_shown(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(inlines(p.content) for c in row.cells for p in c.content) for row in block.rows)
    return inlines(block.content)


def inlines(content: tuple[Inline, ...]) -> str:
    return "".join(map(inline_shown, content))


def inline_shown(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks):
            return link_shown(about_shown(text, marks), marks)
        case Number(text=text):
            return f"#{text}"
        case Note(content=content):
            return f"^[{' '.join(inlines(p.content) for p in content)}]"
        case Break():
            return "/"


def about_shown(text: str, marks: Marks) -> str:
    match marks.about:
        case TermUse(term=term):
            return f"{{{text}|{term}}}"
        case LawUse(law=law, section=part):
            return f"<{text}|{f'{law} {part}'.strip()}>"
        case ParameterUse():
            return f"${text}$"
        case None:
            return text


def link_shown(text: str, marks: Marks) -> str:
    match marks.link:
        case ClauseLink(clause=clause, anchor=anchor):
            return f"[{text}]({clause}{'#' * bool(anchor)}{anchor})"
        case OutsideLink(clause=clause, agreement=agreement, version=version):
            return f"[{text}]({clause} {agreement}@{version})"
        case Url(address=address):
            return f"[{text}]({address})"
        case None:
            return text
