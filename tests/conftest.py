"""Fixtures that several test modules share."""

import os
import shutil
from collections.abc import Callable

import pytest


@pytest.fixture
def needs_program() -> Callable[[str], str]:
    """Give the path of a program; where it is missing the test is skipped, in continuous integration it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"the program {name} is not installed")
        return path

    return find
