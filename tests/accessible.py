"""What axe-core finds on a page in a browser, in light and then in dark."""

from pathlib import Path

from playwright.sync_api import Page

__all__ = ["violations"]

ALL = """axe.run(document, {resultTypes: ['violations']})"""
OF_COLOUR = """axe.run(document, {
    resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']},
})"""
"""The rules that see colours. A dark page is the light one in other colours: the rest hold for both."""
SHOW = """scheme => {
    if (document.body.dataset.mdColorScheme) document.body.dataset.mdColorScheme = scheme;
    const ground = getComputedStyle(document.body).backgroundColor;
    document.getAnimations().forEach(each => each.finish());
    return ground;
}"""
"""The theme looks at what the reader's machine prefers when a page is opened, and then only at its own switch, which
writes this."""


def violations(page: Page, axe: Path) -> list[str]:
    """The rules that a page breaks, each with the first place where it does. `axe` is axe-core's script. The page is
    left as light as it was found."""
    page.evaluate(axe.read_text("utf-8"))
    light = page.evaluate(SHOW, "default")
    found = _found(page, ALL)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(SHOW, "slate") != light, "the page does not become dark"
    found += [f"dark, {each}" for each in _found(page, OF_COLOUR)]
    page.emulate_media(color_scheme="light")
    page.evaluate(SHOW, "default")
    return found


def _found(page: Page, run: str) -> list[str]:
    told = f"{run}.then(found => found.violations.map(each => `${{each.id}}: ${{each.nodes[0].html.slice(0, 200)}}`))"
    found: list[str] = page.evaluate(told)
    return found
