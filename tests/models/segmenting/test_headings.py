"""Kicker, headline and subtitle among the lines of one heading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.domain.role import Role
from models.reading.text_dump import split_lines
from models.segmenting.headings import heading_roles
from models.segmenting.repair import clean

KICKER, HEADLINE, SUBTITLE = Role.KICKER, Role.HEADLINE, Role.SUBTITLE


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("水渠修到村口", [HEADLINE]),
        ("# 水渠修到村口\n\n## ——红石湾灌区见闻", [HEADLINE, SUBTITLE]),
        ("## 红石湾灌区\n\n# 水渠修到村口", [KICKER, HEADLINE]),
        ("# 水渠修到村口\n\n### 沿线六乡受益", [HEADLINE, SUBTITLE]),
        ("红石湾灌区：\n水渠修到村口", [KICKER, HEADLINE]),
        ("全县修渠三十条\n旱田变成水浇地", [HEADLINE, HEADLINE]),
        ("县水务局订出今年计划\n\n年底前修渠\n三十二条", [KICKER, HEADLINE, HEADLINE]),
        ("水渠修到村口\n（二〇二三年第二号）", [HEADLINE, SUBTITLE]),
        ("水渠修到村口\n沿线六乡受益 旱田变成水浇地", [HEADLINE, SUBTITLE]),
        ("水渠通水 旱田变绿\n六乡受益", [HEADLINE, HEADLINE]),
        ("红石湾灌区昨日通水\n沿线六个乡镇受益\n县里筹资三年修成", [HEADLINE, HEADLINE, HEADLINE]),
    ],
)
def test_roles_of_heading_lines(text: str, roles: list[Role]) -> None:
    assert heading_roles([clean(line) for line in split_lines(text)]) == roles


def test_the_tallest_line_is_the_headline() -> None:
    lines = [
        clean(replace(line, glyph_height=height))
        for line, height in zip(split_lines("甲乙丙丁\n子丑寅卯\n天地玄黄"), (0.01, 0.03, 0.012), strict=True)
    ]
    assert heading_roles(lines) == [KICKER, HEADLINE, SUBTITLE]


def test_paragraphs_stand_a_line_apart_and_only_a_wider_gap_shows_a_kicker() -> None:
    close = [clean(line) for line in split_lines("红石湾灌区通水\n\n沿线六乡受益")]
    wide = [clean(line) for line in split_lines("红石湾灌区通水\n\n\n沿线六乡受益")]
    assert heading_roles(close, usual_gap=1) == [HEADLINE, HEADLINE]
    assert heading_roles(wide, usual_gap=1) == [KICKER, HEADLINE]


def test_lines_of_nearly_one_height_are_one_headline() -> None:
    lines = [
        clean(replace(line, glyph_height=height))
        for line, height in zip(split_lines("红石湾水渠\n昨天通水\n六乡受益"), (0.03, 0.026, 0.014), strict=True)
    ]
    assert heading_roles(lines) == [HEADLINE, HEADLINE, SUBTITLE]
