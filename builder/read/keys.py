"""The keys that each kind of file may hold, and whether a file keeps to them."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from builder.finding import Finding
from builder.model import Position
from builder.read.header import List, Node, Scalar, Table

__all__ = ["FILES", "Key", "check", "check_rows", "nearest"]

Form = Literal["text", "texts", "text or texts", "rows", "row", "table", "table or texts", "filter", "pairs", "tree"]


@dataclass(frozen=True, slots=True)
class Key:
    """What a key's value must be. `values` are the only ones allowed, empty when any is; `row` are the
    keys of each row where the value is rows (a list), a row, or a table of rows by id."""

    form: Form = "text"
    required: bool = False
    values: tuple[str, ...] = ()
    row: Mapping[str, "Key"] = field(default_factory=dict)


Keys = Mapping[str, Key]

ANY = Key()
MUST = Key(required=True)
TEXTS = Key("texts")
LISTED = Key("text or texts")
PAIRS = Key("pairs")
SOURCE = Key(values=("känd", "extern", "antagande"))
KINDS = (
    "mål", "princip", "omfattning", "definition", "ansvar", "kriterium", "process", "kostnad", "samverkan",
    "uppföljning", "formalia", "erinran",
)  # fmt: skip
FETCHED = (
    "ansvarig", "boende", "ersätter", "frågor", "krav", "källa", "lagstöd", "motiv", "status", "titel", "typ",
)  # fmt: skip
HOUSING = ("ordinärt", "särskilt", "bostad-med-särskilt-stöd", "dagverksamhet", "alla")
COLUMN = {
    "rubrik": ANY,
    "slag": Key(values=("text", "klausul", "part", "lag", "datum", "heltal", "val", "produkt")),
    "krävs": Key(values=("ja", "nej")),
    "värden": TEXTS,
    "hämtas": Key(values=FETCHED),
    "fyll-i": Key(values=("ja", "nej")),
    "stämmer-med": Key(values=("ansvarig",)),
    "lika-för": LISTED,
    "av": TEXTS,
    "avtal": ANY,
}
CHECKS = (
    "inga-fel", "inga-öppna-frågor", "inga-antaganden", "inget-att-se-över", "remissversion", "beslutsversion",
    "alla-beslut", "giltig-från",
)  # fmt: skip
STATUSES = ("utkast", "remiss", "beslutsförslag", "beslutad", "gällande", "upphävd")

FILES: Mapping[str, Keys] = {
    "klausul": {
        "titel": MUST,
        "ansvarig": TEXTS,
        "lagstöd": Key("text or texts"),
        "motiv": ANY,
        "öppna-frågor": Key("rows", row={"id": MUST, "fråga": MUST, "alternativ": TEXTS}),
        "typ": Key(values=KINDS),
        "boende": Key("texts", values=HOUSING),
        "källa": SOURCE,
        "status": Key(values=("utkast", "avstämd", "klar för beslut", "utgår")),
        "ändringar": Key("rows", row={"till": MUST, "varför": MUST}),
        "ersätter": ANY,
        "tidigare-id": TEXTS,
        "godtagna": Key("rows", row={"kod": MUST, "skäl": MUST, "text": ANY}),
        "språk": ANY,
    },
    "dokument": {
        "titel": MUST,
        "typ": ANY,
        "avtal": ANY,
        "mall": ANY,
        "innehåll": Key("tree", required=True),
        "bilagor": TEXTS,
        "språk": ANY,
        "underlag-till": ANY,
        "för-varje": Key(values=("part",)),
        "bildspel": Key(values=("ja", "nej")),
        "ändringar": Key("rows", row={"till": MUST, "gäller": MUST, "varför": MUST}),
    },
    "granskat": {"klausul": MUST, "mot": MUST, "fingeravtryck": MUST, "datum": ANY},
    "tabeller": {
        "titel": MUST,
        "ur": ANY,
        "där": Key("filter"),
        "rad-för-varje": Key(values=("öppen-fråga",)),
        "kolumner": Key("table or texts", required=True, row=COLUMN),
    },
    "bilder": {
        "titel": MUST,
        "slag": Key(values=("matris", "tidslinje"), required=True),
        "ur": MUST,
        "vågrätt": ANY,
        "lodrätt": ANY,
        "text": ANY,
        "från": ANY,
        "till": ANY,
    },
    "vyer": {
        "titel": MUST,
        "slag": Key(values=("matris", "frågor", "yrken", "parter", "kontakter"), required=True),
        "ur": MUST,
        "text": ANY,
        "uppgifter": ANY,
    },
    "parter": {
        "namn": MUST,
        "kort": ANY,
        "kod": ANY,
        "slag": Key(values=("region", "kommun", "roll")),
        "beskrivning": ANY,
        "ingår-i": ANY,
    },
    "parametrar": {
        "värde": MUST,
        "betydelse": ANY,
        "källa": SOURCE,
        "låst-av": ANY,
        "fråga": ANY,
    },
    "termer": {
        "term": MUST,
        "former": TEXTS,
        "förkortning": ANY,
        "definition": ANY,
        "källa": ANY,
        "status": Key(values=("fastställd", "förslag", "omtvistad")),
        "undvik": TEXTS,
        "synonymer": TEXTS,
    },
    "lagar": {
        "sfs": MUST,
        "namn": MUST,
        "titel": ANY,
        "gäller-från": ANY,
        "upphävd": ANY,
        "ersatt-av": ANY,
        "adress": ANY,
        "säkerhet": Key(values=("hög", "medel", "låg")),
        "ändringar": Key("rows", row={"sfs": MUST, "gäller-från": ANY, "paragrafer": TEXTS}),
        "paragrafer": Key("table", row={"lydelse": ANY, "från": ANY, "säger": ANY}),
    },
    "avtal": {
        "titel": MUST,
        "kort": ANY,
        "gäller-från": ANY,
        "gäller-från-värde": ANY,
        "gäller-till": ANY,
        "arbetsgrupp": ANY,
        "brukarorganisationer": ANY,
        "revideras-av": ANY,
        "antagen": ANY,
        "godkänd-av": ANY,
        "beslut-senast": ANY,
        "i-alla": Key(values=("ja", "nej")),
    },
    "beslut": {
        "part": MUST,
        "version": ANY,
        "kontrollsumma": ANY,
        "organ": ANY,
        "datum": ANY,
        "utfall": Key(values=("bifall", "bifall med ändring", "avslag", "återremiss")),
        "paragraf": ANY,
        "diarienummer": ANY,
        "reservation": ANY,
        "protokoll": ANY,
        "protokoll-sha256": ANY,
        "anslaget": ANY,
        "laga-kraft": ANY,
        "möten": Key("rows", row={"organ": MUST, "datum": MUST}),
    },
    "grindar": {
        "grind": MUST,
        "ägare": ANY,
        "frågor-ur": ANY,
        "för-status": Key(values=STATUSES),
        "hindrar": Key(values=("ja", "nej")),
        "krav": Key(
            "rows",
            row={
                "krav": MUST,
                "prövas": Key(values=CHECKS),
                "klart": Key(values=("ja", "nej")),
                "ägare": ANY,
            },
        ),
    },
    "beslutsgang": {
        "steg": MUST,
        "dagar": MUST,
        "organ": ANY,
        "lag": ANY,
        "klart-när": Key(values=("sänd", "anslaget", "laga-kraft")),
        "källa": SOURCE,
    },
    "versioner": {
        "version": MUST,
        "commit": MUST,
        "datum": MUST,
        "status": Key(values=STATUSES, required=True),
        "byggare": ANY,
        "fingeravtryck": ANY,
        "ändrade-klausuler": ANY,
        "diarienummer": ANY,
        "händelser": Key(
            "rows", row={"datum": MUST, "händelse": MUST, "mottagare": PAIRS, "filer": PAIRS, "lydelser": PAIRS}
        ),
    },
    "projekt": {"namn": ANY, "adress": ANY, "synpunkter": ANY, "språk": ANY, "skrivgrupp": ANY, "avsändare": ANY},
}

EXPECTED: Mapping[Form, str] = {
    "text": "en text",
    "texts": "en lista",
    "text or texts": "en text eller en lista av texter",
    "rows": "en lista av rader med nycklar",
    "row": "nycklar med värden",
    "table": "nycklar med värden",
    "table or texts": "nycklar med värden eller en lista",
    "filter": "nycklar med listor",
    "pairs": "nycklar med texter",
    "tree": "en lista",
}


def check(table: Table, keys: Keys) -> list[Finding]:
    """What is wrong with the keys and values of one file or row."""
    findings: list[Finding] = []
    for name, entry in table.entries.items():
        key = keys.get(name)
        if key is None:
            findings.append(_unknown(name, entry.position, keys))
        elif entry.value.__class__ is not Scalar or key.form != "text" or key.values:
            findings += _value(name, key, entry.value)
    findings += (_missing(name, table) for name, key in keys.items() if key.required and _lacks(table, name))
    return findings


def check_rows(table: Table, keys: Keys) -> list[Finding]:
    """What is wrong with a register: rows by id."""
    findings: list[Finding] = []
    for name, entry in table.entries.items():
        row = entry.value
        findings += check(row, keys) if isinstance(row, Table) else [_wrong(name, "row", row)]
    return findings


def nearest(word: str, known: Iterable[str]) -> str:
    """A question with the word that was meant, or the words to choose from; empty when there are none."""
    words = sorted(known)
    close = difflib.get_close_matches(word[:100], words, 1, 0.6)
    if close:
        return f"Menade du ”{close[0]}”?"
    return f"Välj bland: {', '.join(words[:20])}." if words else ""


def _value(name: str, key: Key, value: Node) -> list[Finding]:
    match key.form:
        case "text":
            return _text(name, key, value)
        case "texts":
            return _texts(name, key, value)
        case "text or texts":
            return _text(name, key, value) if isinstance(value, Scalar) else _texts(name, key, value)
        case "rows":
            return _rows(name, key, value)
        case "row" | "table":
            return check_rows(value, key.row) if isinstance(value, Table) else [_wrong(name, key.form, value)]
        case "table or texts":
            rows = replace(key, form="table")
            return _texts(name, key, value) if isinstance(value, List) else _value(name, rows, value)
        case "filter":
            any_key = dict.fromkeys(value.entries, LISTED) if isinstance(value, Table) else {}
            return check(value, any_key) if isinstance(value, Table) else [_wrong(name, key.form, value)]
        case "pairs":
            each = dict.fromkeys(value.entries, MUST) if isinstance(value, Table) else {}
            return check(value, each) if isinstance(value, Table) else [_wrong(name, key.form, value)]
        case "tree":
            return [] if isinstance(value, List) else [_wrong(name, key.form, value)]
        case _:
            assert_never(key.form)


def _text(name: str, key: Key, value: Node) -> list[Finding]:
    if not isinstance(value, Scalar):
        return [_wrong(name, "text", value)]
    return [] if not key.values or value.text in key.values else [_strange(name, key, value)]


def _texts(name: str, key: Key, value: Node) -> list[Finding]:
    if not isinstance(value, List):
        return [_wrong(name, "texts", value)]
    return [finding for item in value.items for finding in _text(name, key, item)]


def _rows(name: str, key: Key, value: Node) -> list[Finding]:
    if not isinstance(value, List):
        return [_wrong(name, "rows", value)]
    findings: list[Finding] = []
    for item in value.items:
        findings += check(item, key.row) if isinstance(item, Table) else [_wrong(name, "row", item)]
    return findings


def _lacks(table: Table, name: str) -> bool:
    entry = table.entries.get(name)
    return entry is None or (isinstance(entry.value, Scalar) and not entry.value.text.strip())


def _missing(name: str, table: Table) -> Finding:
    return Finding("H106", table.position, {"key": name})


def _unknown(name: str, place: Position, keys: Keys) -> Finding:
    return Finding("H103", place, {"key": name, "suggestion": nearest(name, keys)})


def _strange(name: str, key: Key, value: Scalar) -> Finding:
    words = {"key": name, "value": value.text, "suggestion": nearest(value.text, key.values)}
    return Finding("H107", value.position, words)


def _wrong(name: str, form: Form, value: Node) -> Finding:
    words = {"key": name, "expected": EXPECTED[form], "actual": _kind(value), "suggestion": _repair(name, form, value)}
    return Finding("H104", value.position, words)


def _kind(value: Node) -> str:
    match value:
        case Scalar(text=""):
            return "tomt"
        case Scalar():
            return "en text"
        case List():
            return "en lista"
        case Table():
            return "nycklar med värden"
        case _:
            assert_never(value)


def _repair(name: str, form: Form, value: Node) -> str:
    match form, value:
        case "texts", Scalar(text=text):
            return f"Skriv {name}: [{text}]."
        case "text", List(items=(Scalar(text=text), *_)):
            return f"Skriv {name}: {text}."
        case "rows", _:
            return f"Skriv varje rad för sig under {name}: med bindestreck framför."
        case _:
            return ""
