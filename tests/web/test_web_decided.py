"""The page of the parties' decisions."""

from dataclasses import replace

from builder.library import Decision, Party, Version
from builder.web import Site, pages
from tests.web.web_examples import SITE

PARTIES = {name: Party(name, name.capitalize(), kind="kommun") for name in ("berg", "dal")}


def _site() -> Site:
    agreement = SITE.own[0].edition.agreement
    version = Version(agreement, "beslut-1", "a" * 40, "2027-04-12", "beslutsförslag", fingerprint="b" * 64)
    decision = Decision(agreement, "berg", "beslut-1", outcome="bifall", section="§ 40 <b>")
    library = replace(SITE.library, parties=PARTIES, versions=(version,), decisions=(decision,))
    return replace(SITE, library=library)


def test_a_party_has_a_row_with_its_state_in_words() -> None:
    page = str(pages(_site())["beslutslage.md"])
    assert "1 av 2 parter har fattat likalydande beslut." in page
    assert "| Berg | likalydande |" in page
    assert "| Dal | väntar |" in page


def test_what_stands_in_the_register_is_no_markup() -> None:
    assert "<b>" not in str(pages(_site())["beslutslage.md"])


def test_the_page_is_reached_from_the_front_page() -> None:
    assert "(beslutslage.md)" in str(pages(_site())["index.md"])
