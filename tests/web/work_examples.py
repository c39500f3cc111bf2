"""How the work stands in the small site: a reference of each kind to look at again, and two gates."""

from dataclasses import replace

from web_examples import SITE, cell, clause, para

from builder.changes import changes, line
from builder.compare import compare
from builder.gates import Passage, Progress
from builder.library import Decision, Demand, Gate, Party, Step, Version
from builder.model import Document, Edition, Row, Table
from builder.review import Citation, Kind, Stale, Target
from builder.web import Work

__all__ = ["WITH_WORK", "WORK", "stale"]

TABLE = Table(tuple(Row((cell(name), cell(text)), header=name == "Vad") for name, text in
                    (("Vad", "Hur"), ("Svar", "Inom 30 minuter"), ("Annat", "Samma"))), ("left", "left"))  # fmt: skip
OLD = Document("klausul", Edition("Väg 3"), (clause("hemmet/vag-3", "", "Väg 3", para("Lika."), para("Regionen bör."),
                                                    TABLE),))  # fmt: skip
QUICKER = replace(TABLE, rows=(TABLE.rows[0], Row((cell("Svar"), cell("Inom 20 minuter"))), TABLE.rows[2]))
NEW = replace(OLD, sections=(replace(OLD.sections[0], blocks=(para("Lika."), para("Regionen ska."), QUICKER)),))
REDLINE = compare(OLD, NEW)
TOLD = line(next(iter(changes(REDLINE))))


def stale(kind: Kind, target: Target, pin: str = "", clause: str = "hemmet/syfte", **words: str) -> Stale:
    """An entry of the list: what was said before is `a`, what is said now `b`."""
    said = {"was": "a", "now": "b", "came": "2026-11-02", "by": "Skrivgruppen"} | words
    return Stale(Citation(clause, target, pin, "rehab" if pin else ""), kind, pin or "2026-10-01", **said)  # type: ignore[arg-type]


CHANGED = replace(stale("ändrad", Target("klausul", "hemmet/vag-3")), line=TOLD, redline=REDLINE)
STALE = (
    replace(CHANGED, citation=replace(CHANGED.citation, clause="hemmet/sip")),
    stale("ändrat värde", Target("parameter", "svarstid-lakare"), clause="hemmet/sip"),
    CHANGED,
    stale("ändrad definition", Target("term", "sip"), was="plan: <b>gammal</b>", now="plan: ny"),
    stale("ändrad lag", Target("lag", "HSL 16 kap. 1 §"), now="a\nSFS 2026:9, gäller från 2027-01-01"),
    stale("upphävd lag", Target("lag", "SoL 2001 2 kap. 7 §"), now="a\nupphävd 2025-07-01", note="Se SoL 10 kap. 8 §."),
    stale("utgår", Target("klausul", "hemmet/borta"), came=""),
    stale("nyare version", Target("version", "rehab/forskrivning"), "utkast-1", newest="utkast-2"),
)
GATES = (
    Passage(Gate("remiss", "Klar för remiss", "Skrivgruppen"), (
        (Demand("Inga fel", "inga-fel"), ""), (Demand("Lästa", "inget-att-se-över"), "7 hänvisningar att läsa om"),
        (Demand("Sändlistan är bestämd", owner="Registratorn"), "inte klart"),
    )),
    Passage(Gate("start", "Start"), ((Demand("Uppdraget är givet", done=True), ""),)),
)  # fmt: skip
PROGRESS = (
    Progress("rehab", "Rehab", "", "utkast", "", 0, 1, 0, 0, 0, 2, GATES[1:], ()),
    Progress("hemmet", "Hemmet", "utkast-2", "utkast", "2026-11-01", 0, 1, 3, 8, 1, 2, GATES,
             (("2027-04-21", "Nämnden bereder (2 parter)"),)),
)  # fmt: skip
WORK = Work(STALE, PROGRESS, {
    "att-lasa-om/att-lasa-om.json": b"[]\n", "laget.json": b"[]\n", "beslutslage/hemmet.ics": b"BEGIN:VCALENDAR\r\n",
    "beslutslage/hemmet.xlsx": b"PK",
})  # fmt: skip
PARTIES = {name: Party(name, name.capitalize(), kind="kommun") for name in ("berg", "dal")}
DECIDED = replace(
    SITE.library, parties={**SITE.library.parties, **PARTIES}, steps=(Step("namnd", "Nämnden bereder", -14),),
    versions=(*SITE.library.versions, Version("hemmet", "beslut-1", "c" * 40, "2027-01-02", "beslutsförslag",
                                             fingerprint="d" * 64)),
    decisions=(Decision("hemmet", "berg", "beslut-1", outcome="bifall", date="2027-06-01"),),
)  # fmt: skip
WITH_WORK = replace(SITE, library=DECIDED, work=WORK)
