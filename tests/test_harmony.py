"""Agreements that are to hold together: the same duty, word and measure in all of them."""

from builder import lint
from builder.finding import Finding
from builder.library import Library
from builder.read import read
from builder.snapshot import Snapshot

PARTIES = """
kommunen: {namn: Kommunen, slag: roll}
regionen: {namn: Regionen, slag: roll}
primarvarden: {namn: regionens primärvård, slag: roll, ingår-i: regionen}
"""
AGREEMENTS = "ett: {titel: Ett}\ntva: {titel: Två}\n"
MINE = frozenset({"K216", "B505", "R713", "S915"})


def made(bodies: dict[str, str], kind: str = "ansvar", **registers: str) -> Library:
    """A clause in each of two agreements, with registers."""
    files = {"clauses/register/parter.yml": PARTIES, "clauses/register/avtal.yml": AGREEMENTS}
    files |= {f"clauses/register/{name}.yml": text for name, text in registers.items()}
    for id_, body in bodies.items():
        files[f"clauses/{id_}.md"] = f"---\ntitel: Ett\ntyp: {kind}\n---\n{body}\n"
    for name in ("ett", "tva"):
        mine = [id_ for id_ in bodies if id_.startswith(f"{name}/")]
        files[f"assemblies/{name}.yml"] = f"titel: {name}\navtal: {name}\ninnehåll: [{', '.join(mine)}]\n"
    return read(Snapshot({path: text.encode() for path, text in files.items()}))[0]


def found(library: Library) -> list[Finding]:
    return [finding for finding in lint.check(library, ()) if finding.code in MINE]


def codes(first: str, second: str, kind: str = "ansvar", **registers: str) -> list[str]:
    return [f.code for f in found(made({"ett/a": first, "tva/b": second}, kind, **registers))]


def test_another_party_for_the_same_cost_is_asked_about_with_both_places() -> None:
    library = made({"ett/a": "Kommunen bekostar madrasser.", "tva/b": "Madrasser ska regionen bekosta."})
    (finding,) = found(library)
    assert (finding.code, finding.position.path, finding.position.line) == ("S915", "clauses/tva/b.md", 5)
    assert (finding.words["path"], finding.words["line"]) == ("clauses/ett/a.md", "5")


def test_another_time_for_the_same_duty_is_asked_about() -> None:
    assert codes(
        "Kommunen ska lämna hjälpmedlet till patienten inom 3 dagar.",
        "Kommunen ska lämna hjälpmedlet till patienten senast inom fem dagar.",
    ) == ["S915"]


def test_what_is_no_contradiction_is_let_be() -> None:
    mine = "Kommunen ska informera regionen om flytten."
    assert codes(mine, mine) == []
    assert codes(mine, "Regionen ska informera kommunen om flytten.") == []
    assert codes(mine, "Regionen ska informera patienten om flytten.") == []
    assert codes("Regionen bekostar madrasser.", "Regionens primärvård bekostar madrasser.") == []
    assert (
        codes("Kommunen bekostar madrasser i särskilt boende.", "Regionen bekostar madrasser i ordinärt boende.") == []
    )
    assert codes("Regionen ska ringa upp inom 3 dagar.", "Regionen ska ringa upp igen inom 4 dagar.") == []


def test_two_clauses_of_one_agreement_may_divide_a_duty() -> None:
    library = made({"ett/a": "Kommunen bekostar madrasser.", "ett/b": "Regionen bekostar madrasser."})
    assert found(library) == []


def test_many_clauses_that_say_the_same_cost_one_comparison() -> None:
    bodies = {f"ett/a{n}": "Kommunen bekostar madrasser." for n in range(300)}
    bodies |= {f"tva/b{n}": "Regionen bekostar madrasser." for n in range(300)}
    assert len(found(made(bodies))) == 1


def test_a_word_means_what_the_register_says() -> None:
    terms = "sip: {term: startmaterial, definition: Produkter som följer med patienten hem från sjukhuset.}\n"
    assert codes("Med startmaterial menas handskar för en månad.", "Text.", termer=terms) == ["B505"]
    assert codes("Med startmaterial menas produkter som patienten får hem från sjukhuset.", "Text.", termer=terms) == []


def test_words_explained_in_a_table_and_a_list_are_read() -> None:
    table = "| Ord | Betydelse |\n|---|---|\n| material | Förband och handskar |\n"
    assert codes(table, "- **Material** är sondnäring och näringsdryck.", "definition") == ["B505"]
    assert codes(table, "| Ord | Förklaring |\n|---|---|\n| material | handskar |", "definition") == []


def test_a_clause_that_all_are_to_have_is_asked_of_each() -> None:
    agreements = AGREEMENTS.replace("ett: {titel: Ett}", "ett: {titel: Ett, i-alla: ja}")
    (finding,) = found(made({"ett/a": "Text.", "tva/b": "Text."}, avtal=agreements))
    assert (finding.code, finding.position.path) == ("K216", "assemblies/tva.yml")


def test_rows_of_two_tables_are_held_to_each_other() -> None:
    column = "{titel: T, kolumner: {insats: {}, utför: {slag: part, lika-för: insats}}}"
    rows = {"forsta": "r: {insats: Prov, utför: kommunen}\n", "andra": "r: {insats: prov, utför: regionen}\n"}
    assert codes("A.", "B.", tabeller=f"forsta: {column}\nandra: {column}\n", **rows) == ["R713"]
    rows["andra"] = "r: {insats: prov, utför: [regionen, kommunen]}\n"
    assert codes("A.", "B.", tabeller=f"forsta: {column}\nandra: {column}\n", **rows) == []
