"""The tables of questions in this folder, asked of the real site: with Pagefind, and as pages opened from a folder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("search")]

HERE = Path(__file__).parent
TABLES = [
    ("fragor.md", 3, 0.95), ("sprak.md", 5, 0.95), ("prov.md", 3, 0.88), ("nya.md", 3, 0.95), ("sist.md", 3, 0.95),
    ("okand.md", 3, 0.8), ("oprovad.md", 3, 0.9), ("osedd.md", 3, 0.95),
]  # fmt: skip
"""(table, among how many, how large a part)"""
ROW = re.compile(r"\| (?P<asked>[^|]+) \| (?P<expected>[^|]+/[^|]+) \|")
ASK = """async ([questions, most]) => {
  const engine = (await overensSok.begin()).name;
  const found = [];
  for (const question of questions) {
    const { hits } = await overensSok.ask(question, { slag: "Klausul" });
    const entries = await Promise.all(hits.slice(0, most).map((hit) => hit.entry()));
    found.push(entries.map((entry) => decodeURIComponent(entry.adress.split("#")[1])));
  }
  return [engine, found];
}"""


def questions(name: str) -> list[tuple[str, set[str]]]:
    rows = map(ROW.fullmatch, (HERE / name).read_text("utf-8").splitlines())
    return [(row["asked"], set(row["expected"].split(", "))) for row in rows if row]


@pytest.fixture(scope="module", params=["pagefind", "poster"])
def asked_of(request: pytest.FixtureRequest, browser: Browser, address: str, built: Path) -> Iterator[tuple[str, Page]]:
    """What searches, and a page where it does: one for all tables, since the index is read anew on each."""
    page = browser.new_context().new_page()
    page.goto(address + "sok/" if request.param == "pagefind" else (built / "sok" / "index.html").as_uri())
    yield request.param, page
    page.context.close()


def test_the_tables_are_as_long_as_they_are_meant_to_be(project: Path) -> None:
    asked = [question for name, _, _ in TABLES for question in questions(name)]
    assert len(questions("fragor.md")) >= 60
    assert len({question for question, _ in asked}) == len(asked)
    clauses = {clause for _, expected in asked for clause in expected}
    assert [clause for clause in sorted(clauses) if not (project / "clauses" / f"{clause}.md").is_file()] == []


@pytest.mark.parametrize(
    ("name", "among", "share"),
    TABLES,
)
def test_the_right_clause_is_among_the_first(asked_of: tuple[str, Page], name: str, among: int, share: float) -> None:
    engine, page = asked_of
    asked = questions(name)
    answered, found = page.evaluate(ASK, [[question for question, _ in asked], among])
    assert answered == engine
    wrong = [
        (question, hits) for (question, expected), hits in zip(asked, found, strict=True) if not expected & {*hits}
    ]
    assert [question for (question, _), hits in zip(asked, found, strict=True) if not hits] == []
    # What searches in a folder counts words less finely than Pagefind.
    enough = share if engine == "pagefind" else share - 0.05
    assert len(wrong) <= (1 - enough) * len(asked), wrong
