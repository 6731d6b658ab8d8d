"""Chinese text in any usual encoding is decoded, short or long; garbage is not."""

from __future__ import annotations

import random

import pytest

from models.reading.encoding import decoded

SIMPLIFIED = "本报讯（记者 陆一舟）江北市昨日召开会议，部署今年的防汛工作。会议要求各区县落实责任，确保群众安全。\n"
TRADITIONAL = "本報訊（記者 陸一舟）江北市昨日召開會議，部署今年的防汛工作。會議要求各區縣落實責任，確保群眾安全。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("text", ["会议", "江北日报", SIMPLIFIED, SIMPLIFIED * 50])
def test_simplified_text(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "big5hkscs", "gb18030"])
@pytest.mark.parametrize("text", ["會議通知", "江北日報", TRADITIONAL, TRADITIONAL * 50])
def test_traditional_text(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_utf8_that_was_cut_inside_a_character() -> None:
    text = decoded((SIMPLIFIED * 3).encode()[:-2])
    assert text is not None
    assert text.startswith(SIMPLIFIED * 2)


def test_rare_characters_of_gb18030() -> None:
    text = SIMPLIFIED + "新编的地名用字有㙍、䶮和𬒔。"
    assert decoded(text.encode("gb18030")) == text


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_text(seed: int) -> None:
    assert decoded(random.Random(seed).randbytes(500)) is None


@pytest.mark.parametrize(
    "data", [b"text\0with\0nul", "naïve façade, déjà vu, très été".encode("latin-1") * 3, b"\x01\x02\x03\x04"]
)
def test_other_bytes_are_no_text(data: bytes) -> None:
    assert decoded(data) is None
