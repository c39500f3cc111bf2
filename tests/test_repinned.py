"""A reference that is moved to a newer version of another agreement: how much that matters depends on what is said
there."""

from pathlib import Path

import pytest

from builder.build import Project
from builder.changes import changes, line
from tests.folder import Folder

LOAN = "---\ntitel: Lån\n---\nLånet är högst 30 dagar. Det är avgiftsfritt.\n"
ANSWER = '---\ntitel: Svar\n---\nDet som gäller följer [av lånet](../rehab/lan.md "{}"). Mer text.\n'


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "avtal")
    folder.write("clauses/hemmet/svar.md", ANSWER.format("v1"))
    folder.write("clauses/rehab/lan.md", LOAN)
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\nrehab: {titel: Hjälpmedel}\n")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar]\n")
    folder.write("assemblies/rehab.yml", "titel: Hjälpmedel\navtal: rehab\ninnehåll: [rehab/lan]\n")
    folder.commit("2026-01-10")
    return folder


def released(
    folder: Folder, loan: str | None, old: str = "v1", new: str = "v2", *, fee: str = ""
) -> tuple[str, tuple[str, ...]]:
    """The grade and the reason when the reference is moved to a version where the loan, and the fee, read so."""
    first = folder.git("rev-parse", "HEAD")
    if fee:
        folder.write("clauses/rehab/avgift.md", fee)
    if loan is None:
        (folder.path / "clauses/rehab/lan.md").unlink()
        folder.write("clauses/rehab/annan.md", LOAN)
        folder.write("assemblies/rehab.yml", "titel: Hjälpmedel\navtal: rehab\ninnehåll: [rehab/annan]\n")
    else:
        folder.write("clauses/rehab/lan.md", loan)
    folder.write("clauses/rehab/bredvid.md")
    second = folder.commit("2026-02-01")
    rows = [f"  - {{version: {label}, commit: {commit}, datum: '2026-01-10', status: utkast}}\n"
            for label, commit in (("v1", first), ("v2", second))]  # fmt: skip
    folder.write("clauses/register/versioner.yml", "rehab:\n" + "".join(rows) + f"hemmet:\n{rows[0]}")
    answer = (folder.path / "clauses/hemmet/svar.md").read_text("utf-8")
    folder.write("clauses/hemmet/svar.md", answer.replace(old, new))
    folder.write("clauses/rehab/lan.md", loan or LOAN)
    folder.write("assemblies/rehab.yml", "titel: Hjälpmedel\navtal: rehab\ninnehåll: [rehab/lan]\n")
    folder.commit("2026-02-02")
    (found,) = changes(Project(folder.path).redline("hemmet", "v1", "."))
    return line(found).grade, line(found).what


def test_to_other_words_i_sak_is_i_sak_and_says_so(project: Folder) -> None:
    assert released(project, LOAN.replace("30", "20")) == (
        "i sak", ("hänvisning till en klausul som har ändrats i sak: av lånet, v1 → v2",),
    )  # fmt: skip


def test_several_such_references_are_told_together(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", ANSWER.format("v1") + 'Se [avgiften](../rehab/avgift.md "v1").\n')
    project.write("clauses/rehab/avgift.md", LOAN)
    project.commit("2026-01-11")
    shorter = LOAN.replace("30", "20")
    assert released(project, shorter, fee=shorter)[1] == (
        "Hänvisningar till klausuler som har ändrats i sak: avgiften, v1 → v2; av lånet, v1 → v2",
    )


def test_to_a_version_without_the_clause_is_i_sak(project: Folder) -> None:
    assert released(project, None)[0] == "i sak"


@pytest.mark.parametrize("loan", [LOAN, LOAN.replace("dagar. ", "dagar.\n"), LOAN.replace("avgiftsfritt", "gratis")],
                         ids=["samma ord", "andra rader", "andra ord"])  # fmt: skip
def test_to_words_that_mean_the_same_is_no_more_than_the_label(project: Folder, loan: str) -> None:
    assert released(project, loan)[0] == "liten"


def test_to_a_version_with_the_same_words_needs_no_reason(project: Folder) -> None:
    released(project, LOAN)
    (found,) = changes(Project(project.path).redline("hemmet", "v1", "."))
    assert line(found).why == ("Bara versionen av det andra avtalet är ny.",)


def test_to_a_version_that_never_was_is_a_finding_and_no_grade(project: Folder) -> None:
    assert released(project, LOAN.replace("30", "20"), new="v9")[0] == "liten"


def test_what_is_kept_of_it_is_found_again_and_made_anew_when_damaged(project: Folder) -> None:
    released(project, LOAN.replace("30", "20"))
    (kept,) = (project.path / ".cache/overens/omlänkade").iterdir()
    whole = kept.read_bytes()
    for content in (whole, whole[:-1], b""):
        kept.write_bytes(content)
        (found,) = changes(Project(project.path).redline("hemmet", "v1", "."))
        assert line(found).grade == "i sak"
        assert kept.read_bytes() == whole
