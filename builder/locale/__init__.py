"""Swedish for the command-line library's own sentences, by its own means (gettext)."""

import gettext
import os
from pathlib import Path

__all__ = ["speak_swedish"]


def speak_swedish() -> None:
    """Make gettext answer in Swedish whatever the machine's language; the users of the command read Swedish."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("click", str(Path(__file__).parent))
    gettext.textdomain("click")
