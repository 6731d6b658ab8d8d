"""No package among the tests hides a package of the program: tests/models with an __init__.py would be `models`."""

from __future__ import annotations

from pathlib import Path


def test_no_package_under_tests(files: list[Path]) -> None:
    packages = [str(path) for path in files if path.parts[0] == "tests" and path.name == "__init__.py"]
    assert not packages, f"Delete these; pytest's importlib mode needs none: {packages}"
