"""A small site made by hand, with one of everything that a page can show."""

from dataclasses import replace
from types import MappingProxyType

from builder.library import Agreement, Amendment, Law, Library, Parameter, Party, Project, Term, Version
from builder.model import (
    Block,
    Break,
    Cell,
    ClauseLink,
    Document,
    Edition,
    Facts,
    LawUse,
    Marks,
    Note,
    Number,
    OutsideLink,
    Paragraph,
    ParameterUse,
    Question,
    Reason,
    Row,
    Section,
    Shape,
    Table,
    TermUse,
    Text,
    Url,
)
from builder.redline import Redline
from builder.web import Site
from builder.web.places import places
from builder.web.redline_page import compared

__all__ = ["DOCUMENT", "LIBRARY", "OTHER", "SITE", "cell", "clause", "comparing", "para"]


def para(*parts: str | Text | Number | Break | Note, **shape: object) -> Paragraph:
    content = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Paragraph(content, Shape(**shape))  # type: ignore[arg-type]


def cell(*parts: str | Text) -> Cell:
    return Cell((para(*parts),))


NO_FACTS = Facts()


def clause(name: str, number: str, title: str, *blocks: Block, facts: Facts = NO_FACTS, level: int = 2) -> Section:
    return Section(name, "clause", level, (Text(title),), blocks, number, facts, f"clauses/{name}.md")


def about(text: str, use: TermUse | LawUse | ParameterUse) -> Text:
    return Text(text, Marks(about=use))


def linked(text: str, link: Url | ClauseLink | OutsideLink) -> Text:
    return Text(text, Marks(link=link))


STRONG, EMPHASIS = Marks(strong=True), Marks(emphasis=True)
SIP = TermUse("sip")
FACTS = para(
    "Ansvarig: regionen och kommunen · Stöd: ",
    about("16 kap. 1 § HSL", LawUse("HSL", "16 kap. 1 §")),
    " · Källa: antagande",
    kind="facts",
)
TABLE = Table(
    (
        Row((cell("Insats"), cell("Boende"), cell("Utför"), cell("Bekostar")), header=True),
        Row(
            (
                cell("Hjälpmedel inom kommunens kompetens"),
                cell("Särskilt boende, bostad med särskilt stöd"),
                cell("Kommunen"),
                cell("Kommunen"),
            )
        ),
        Row(
            (
                cell("Hjälpmedel som kräver läkares kompetens"),
                cell("Alla"),
                cell("Regionens specialiserade vård"),
                cell("Regionen"),
            )
        ),
    ),
    ("left", "left", "left", "right"),
    "Vem som utför och vem som bekostar",
)
QUESTION = Question("OF-24", "Hur snabbt ska läkaren ringa upp på dagtid?", ("30 minuter", "60 minuter"))

SECTIONS = (
    Section("kapitel/grunder", "chapter", 1, (Text("Grunder"),), (), "1"),
    clause("hemmet/parter", "1.1", "Parter", para("Parter är regionen och länets 15 kommuner.")),
    clause(
        "hemmet/syfte",
        "1.2",
        "Syfte",
        para(
            "Patienten ska möta ",
            Text("en", EMPHASIS),
            " vårdkedja. Se ",
            linked("samordnad individuell plan", ClauseLink("hemmet/sip")),
            " (avsnitt ",
            Number("hemmet/sip", "2.1"),
            ").",
            Note((para("Målbilden antogs 2022."),)),
        ),
    ),
    Section("kapitel/vagar", "chapter", 1, (Text("Vägar in & ut"),), (), "2"),
    clause(
        "hemmet/sip",
        "2.1",
        "Samordnad individuell plan",
        FACTS,
        para(
            "Parterna ska upprätta en ",
            about("SIP", SIP),
            " inom ",
            about("30 minuter", ParameterUse("svarstid-lakare")),
            ". En ",
            about("SIP", SIP),
            " gäller alla.",
        ),
        para(
            "Planen ska innehålla",
        ),
        para("patientens mål", level=1, marker="bullet"),
        para("insatser", level=1, marker="bullet"),
        para("vem som gör vad", level=2, marker="bullet"),
        para("när", level=2, marker="bullet"),
        para("uppföljning", level=1, marker="bullet"),
        para("Så går det till:"),
        para("Kommunen kallar.", level=1, marker="number"),
        para("Kallelsen sänds i god tid.", level=1, marker="none"),
        para("Regionen svarar.", level=1, marker="number"),
        para("Delade ansvar", kind="heading", depth=1),
        para(
            Text("Regionen", STRONG),
            " ansvarar för läkare, se ",
            linked("förskrivning", OutsideLink("rehab/forskrivning", "rehab", "utkast-1")),
            " (Rehabilitering, utkast-1, avsnitt 1.1). Läs ",
            linked("mer", Url("https://example.org/a_b?c=d&e=(f)")),
            ".",
        ),
        para("Orden som används i lagen.", quote=1),
        para("kod_rad *ett*", Break(), "rad två", kind="code"),
        TABLE,
        para(
            "Öppen fråga OF-24: Hur snabbt ska läkaren ringa upp på dagtid? Alternativ: 30 minuter; 60 minuter.",
            kind="question",
        ),
        facts=Facts(
            responsible=("regionen",),
            basis=("HSL 16 kap. 1 §",),
            source="antagande",
            questions=(QUESTION,),
            reasons=(Reason("utkast-2", "Två kommuner saknade en tidsgräns."),),
        ),
    ),
    clause("hemmet/vag-3", "2.1.1", "Väg 3", para("Från sluten vård."), level=3),
    Section("bilaga/parametrar", "annex", 1, (Text("Tider, åldrar och belopp"),), (TABLE,), "Bilaga 1"),
)

DOCUMENT = Document(
    "hemmet",
    Edition(
        "Överenskommelse om hälso- och sjukvård i hemmet",
        "överenskommelse",
        "hemmet",
        date="2026-11-05",
        checksum="ab" * 32,
        parties="Regionen och kommunerna",
    ),
    SECTIONS,
)
OTHER = Document(
    "rehab",
    Edition("Överenskommelse om rehabilitering", "överenskommelse", "rehab", date="2026-11-05"),
    (
        Section("kapitel/hjalpmedel", "chapter", 1, (Text("Hjälpmedel"),), (), "1"),
        clause(
            "rehab/forskrivning",
            "1.1",
            "Förskrivning",
            para("Den som förskriver följer ", linked("planen", OutsideLink("hemmet/sip", "hemmet")), "."),
        ),
    ),
)

LIBRARY = Library(
    MappingProxyType({}),
    MappingProxyType({}),
    terms={
        "sip": Term(
            "sip",
            "samordnad individuell plan",
            "Plan som visar vem som gör vad för den enskilde.",
            abbreviation="SIP",
            status="förslag",
            source="16 kap. 4 § HSL",
            synonyms=("vårdplan",),
        )
    },
    laws={
        "HSL": Law(
            "HSL",
            "2017:30",
            "hälso- och sjukvårdslagen",
            "Hälso- och sjukvårdslag (2017:30)",
            "https://example.org/hsl",
            sections={"16 kap. 1 §": "Regionen ska avsätta de läkarresurser som behövs."},
            amendments=(Amendment("2026:214"),),
        ),
        "SoL 2001": Law(
            "SoL 2001",
            "2001:453",
            "socialtjänstlagen",
            "Socialtjänstlag (2001:453)",
            repealed="2025-07-01",
            replaced_by="HSL",
        ),
    },
    parameters={
        "svarstid-lakare": Parameter(
            "svarstid-lakare",
            "30 minuter",
            "Tid för läkaren att ringa upp.",
            "antagande",
            question="OF-24: Hur snabbt?",
        )
    },
    parties={
        "regionen": Party("regionen", "Regionen", kind="region", code="20", description="Huvudman."),
        "parterna": Party("parterna", "Parterna", kind="roll", description="Alla parter."),
    },
    agreements={
        "hemmet": Agreement(
            "hemmet", "Överenskommelse om hälso- och sjukvård i hemmet", "Hälso- och sjukvård i hemmet"
        ),
        "rehab": Agreement("rehab", "Överenskommelse om rehabilitering", "Rehabilitering"),
    },
    versions=(
        Version(
            "hemmet", "utkast-1", "a" * 40, "2026-10-01", "utkast", events=(("2026-10-03", "Sänt till skrivgruppen"),)
        ),
        Version("hemmet", "utkast-2", "b" * 40, "2026-11-01", "utkast"),
    ),
    project=Project("Hälso- och sjukvård i hemmet", "https://overens.example/", "synpunkter@overens.example"),
)

SITE = Site(LIBRARY, (DOCUMENT, OTHER))


def comparing(site: Site, *redlines: Redline) -> Site:
    """The site with these comparisons on it."""
    return replace(site, compared=tuple(compared(places(site), redline) for redline in redlines))
