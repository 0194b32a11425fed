"""What holds for every test that drives the app: no waiting for what is done already."""

from collections.abc import Iterator

import pytest

from tests.tui.waiting import no_longer_than_needed


@pytest.fixture(autouse=True, scope="session")
def quick() -> Iterator[None]:
    with no_longer_than_needed():
        yield
