"""python -m desktop: starts the desk."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    from desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
