"""The page to search on. Its script asks Pagefind's index, or searches by itself where that cannot be read."""

from builder.web.assets import asset
from builder.web.banner import page_top
from builder.web.escape import yaml_text

__all__ = ["SEARCH", "search_pages"]

SEARCH = "sok/index.md"
ASSETS = ("markera.js", "sok.css", "sok.js", "sokmotor.js", "sprak.js")

FILTERS = (("avtal", "Avtal"), ("kapitel", "Kapitel"), ("ansvar", "Ansvarar"), ("version", "Version"))


def search_pages() -> dict[str, str | bytes]:
    """The page by path, with its scripts and styles."""
    return {SEARCH: _page(), **{f"assets/{name}": asset(name) for name in ASSETS}}


def _page() -> str:
    """A form with filters, a line that tells how many were found, and an empty list."""
    top = page_top(yaml_text("Sök"), None, hide=("navigation", "toc"), searchable=False)
    return f"{top}# Sök\n\n{_form()}\n"


def _form() -> str:
    selects = "".join(_filter(name, title) for name, title in FILTERS)
    return (
        '<form class="sok" role="search" aria-label="Sök i avtalen" action="." method="get" data-search-exclude>'
        '<label for="sok-ord">Vad söker du?</label>'
        '<div class="sok-rad"><input id="sok-ord" name="q" type="search" autocomplete="off" autocapitalize="off" '
        'spellcheck="false" aria-describedby="sok-tips"><button type="submit" class="knapp">Sök</button></div>'
        '<p id="sok-tips" class="fakta">Skriv ord som du brukar. Böjning, sammansatta ord, å, ä, ö och små '
        "skrivfel gör inget.</p>"
        f'<details class="sok-filter"><summary>Avgränsa</summary><div class="sok-val">{selects}</div></details>'
        "</form>"
        '<p id="sok-lage" role="status" class="sok-lage"></p>'
        '<div id="sok-traffar"></div>'
        "<noscript><p>Sökningen behöver skript. Utan skript hittar du genom avtalens innehåll och uppslagen på "
        "startsidan.</p></noscript>"
        '<script src="../assets/sprak.js" defer></script><script src="../assets/sokmotor.js" defer></script>'
        '<script src="../assets/sok.js" defer></script>'
    )


def _filter(name: str, title: str) -> str:
    return (
        f'<label for="sok-{name}">{title}</label><select id="sok-{name}" name="{name}">'
        f'<option value="">{"Texten nu" if name == "version" else "Alla"}</option></select>'
    )
