"""Which encoding a Chinese text was written in."""

from __future__ import annotations

import codecs

_SIGNATURES = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes) -> str | None:
    """The text in `data`, written in UTF-8, UTF-16 with its mark, GB18030 or Big5; None when it is no text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return _decode(data, name)
    return _decode(data, "utf-8") or _decode(data, "gb18030")


def _decode(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None
