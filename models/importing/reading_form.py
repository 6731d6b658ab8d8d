"""A reading as text and back, exactly: what it is kept as between two runs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from models.domain.line import Reading


class Unreadable(Exception):
    """The text is none that `text_of` made."""


def text_of(reading: Reading) -> str:
    """Its digest, then the reading as JSON, each on a line of its own."""
    written = json.dumps(asdict(reading), ensure_ascii=True, separators=(",", ":"))
    return f"{_digest(written)}\n{written}\n"


def reading_of(text: str) -> Reading:
    """The reading that `text` was made of; raises Unreadable for any other text."""
    digest, _newline, written = text.partition("\n")
    written = written.removesuffix("\n")
    if digest != _digest(written):
        raise Unreadable
    try:
        reading: Reading = _made(Reading, json.loads(written))
    except (ValueError, TypeError, KeyError) as other:
        # Whole, but of another version's reading.
        raise Unreadable from other
    return reading


def _digest(written: str) -> str:
    return hashlib.sha256(written.encode("ascii", "replace")).hexdigest()


def _made(kind: Any, value: Any) -> Any:
    """`value` from JSON as the type `kind` has it."""
    if is_dataclass(kind):
        return _dataclass(kind, value)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if value is None else _made(next(arg for arg in args if arg is not NoneType), value)
    if origin is tuple:
        return tuple(_made(args[0], item) for item in value)
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise TypeError(f"{value!r} is no {kind}")
    return kind(value)


def _dataclass(kind: Any, values: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{field.name: _made(hints[field.name], values[field.name]) for field in fields(kind)})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
