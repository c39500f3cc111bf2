"""The run itself: tests that share a site or LibreOffice are one worker's, so that it is made or started once."""

import pytest


@pytest.mark.xdist_group("together")
def test_a_group_is_told_to_those_who_share_out_the_work(request: pytest.FixtureRequest) -> None:
    """Seen: with pytest 9.2 pytest-xdist 3.8 shares out the tests as if no groups were, and says nothing (its issue
    1386). The suite then took 27 minutes where it took 20."""
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("the run does not ask for groups")
    assert request.node.nodeid.endswith("@together")
