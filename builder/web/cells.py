"""Tables of Python-Markdown made whole: with their captions, and as a strict content security policy allows them."""

import re

__all__ = ["whole_tables"]

CAPTION = "tabellrubrik"
BEFORE = re.compile(rf'<p class="{CAPTION}">((?:(?!</p>).)*)</p>\s*<table>', re.DOTALL)
STYLED = re.compile(r'<(t[hd]) style="text-align: (left|center|right);">')
CLASSES = {"left": "", "center": ' class="mitten"', "right": ' class="hoger"'}


def whole_tables(html: str) -> str:
    """HTML of Python-Markdown, which knows no captions, with those of tables in them; the sides of cells are classes in
    place of styles, which such a policy would not apply."""
    if f'"{CAPTION}"' in html:
        html = BEFORE.sub(rf'<table>\n<caption class="{CAPTION}">\1</caption>', html)
    return STYLED.sub(lambda match: f"<{match[1]}{CLASSES[match[2]]}>", html)
