"""The real site as `overens site` builds it, served to Chromium, once for all tests of the search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.real_site import built_once
from tests.served import served


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    return built_once(tmp_path_factory, project)


@pytest.fixture(scope="package")
def address(built: Path) -> Iterator[str]:
    with served(built) as folder:
        yield folder.address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
