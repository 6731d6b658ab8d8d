"""Which encoding a Chinese text was written in."""

from __future__ import annotations

import codecs
import unicodedata

from models.domain.text import is_cjk

_SIGNATURES = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_FREQUENT = frozenset(
    "，。、；：？！“”‘’（）《》「」—…·　０１２３４５６７８９"
    "的一是在不了有和人这中大为上个国我以要他到时来用们生会作地于出就分对成可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经三之进着等部度家电力里如水化高自二理起小现实加量两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社事平形相全表间样与关各重新内数正心反明看原又利比或但质第向道命此变条只没结解问意建月公系军很情者最想已通并提直题党"
    "程展五果位基任及记报市区县省长员管强设总会局院务员书万元今近讯者图"
    "這為個國時來們對發動過說產種麼後經進著電裡實現體製機當點從業應開還與關間樣數無問題條結解書報區縣長員務萬圖訊會學見東車頭"
)
"""The characters that make up half of any newspaper text, simplified and traditional, with its punctuation and digits."""

_NO_TEXT = 0.02
"""Share of control and unassigned characters from which bytes are taken for no text."""
_BROKEN_UTF8 = 0.005
"""Share of broken characters up to which a text still counts as UTF-8, cut or patched by some tool."""


def decoded(data: bytes) -> str | None:
    """The text in `data`, written in UTF-8, UTF-16 with its signature, GB18030 or Big5; None when it is no text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return _if_text(_decode(data, name))
    if b"\0" in data:
        return None
    text = _decode(data, "utf-8")
    if text is not None:
        return _if_text(text)
    return _if_text(_patched_utf8(data)) or _double_byte(data)


def _double_byte(data: bytes) -> str | None:
    """GB18030 and Big5 share their bytes: the one that yields the commoner characters is right."""
    texts = [_if_text(_decode(data, name)) for name in ("gb18030", "big5hkscs")]
    found = [text for text in texts if text is not None]
    best = max(found, key=commonness, default=None)
    return best if best is not None and commonness(best) >= 0.5 else None


def _decode(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _patched_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    return text if text.count("�") <= max(1.0, _BROKEN_UTF8 * len(text)) and len(text) > 20 else None


def _if_text(text: str | None) -> str | None:
    if text is None:
        return None
    strange = sum(unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in "\t\n\r\f\x1a" for char in text)
    return text if strange <= _NO_TEXT * len(text) else None


def commonness(text: str) -> float:
    """Mean weight of the characters that are not ASCII: 2 for a frequent one, 1 for one of GB 2312's or Big5's first level."""
    foreign = [char for char in text if char > "\x7f"]
    weights = (2.0 if char in _FREQUENT else 1.0 if _first_level(char) else 0.0 for char in foreign)
    return sum(weights) / max(1, len(foreign))


def _first_level(char: str) -> bool:
    """Both standards order their characters by use: the first level holds those of ordinary print."""
    if not is_cjk(char):
        return False
    simplified = char.encode("gb2312", errors="ignore")
    traditional = char.encode("big5", errors="ignore")
    return b"\xb0\xa1" <= simplified <= b"\xd7\xf9" or b"\xa4\x40" <= traditional <= b"\xc6\x7e"
