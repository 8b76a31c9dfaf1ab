"""``pytest tests/reliability --full`` runs everything as often as a release needs; without it, the short version."""

from __future__ import annotations

import sys

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="as many kills, cuts and flips as a release needs (10 minutes)"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if sys.platform == "win32":
        reason = pytest.mark.skip(reason="kills with signals and forks, which Windows does not have")
        for item in items:
            if "reliability" in item.path.parts:
                item.add_marker(reason)


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """True where the person asked for the full version."""
    return bool(request.config.getoption("--full", default=False))
