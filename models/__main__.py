"""python -m models: what the desk can do, from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from models.commands.archives import EXPORT, IMPORT
from models.commands.pages import SCORE, SEGMENT
from models.commands.train import TRAIN
from models.errors import KnownError
from models.i18n import set_language, system_language
from models.wording import sentence

COMMANDS = (IMPORT, EXPORT, SEGMENT, SCORE, TRAIN)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when it is done, 1 when it could not be done (said on standard error), 2 for a wrong command line."""
    set_language(system_language())
    parser = argparse.ArgumentParser(prog="python -m models")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        added = subparsers.add_parser(command.name, help=command.about(), description=command.about())
        command.arguments(added)
        added.set_defaults(run=command.run)
    asked = parser.parse_args(arguments)
    try:
        return int(asked.run(asked))
    except KnownError as error:
        said = sentence(error)
        print(f"{said.what} {said.remedy}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
