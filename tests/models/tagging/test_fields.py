"""Headings, column, speaker and continuation of invented articles."""

from __future__ import annotations

from collections.abc import Callable

from models.domain.label import Field
from models.domain.line import Regime
from models.domain.role import Role

Found = Callable[..., list[str]]

BODY = (Role.BODY, "这里是正文的第一段，说的是一件很平常的事情，没有什么特别之处。")


def test_spaced_title_is_closed_up(found: Found) -> None:
    title = (Role.HEADLINE, "春 耕 备 耕 全 面 展 开")
    assert found(Field.TITLE, title, BODY, regime=Regime.WRAPPED) == ["春耕备耕全面展开"]


def test_two_part_title_keeps_one_space_and_loses_marks(found: Found) -> None:
    assert found(Field.TITLE, (Role.HEADLINE, "# 抢抓农时备春耕  凝心聚力促生产"), BODY) == ["抢抓农时备春耕 凝心聚力促生产"]


def test_kicker_subtitle_and_column(found: Found) -> None:
    blocks = ((Role.SECTION_LABEL, "## 田间地头"), (Role.KICKER, "滨江镇："), (Role.HEADLINE, "稻花香里说丰年"), BODY)
    subtitle = (Role.SUBTITLE, "——滨江镇秋收见闻")
    assert found(Field.COLUMN, *blocks, subtitle) == ["田间地头"]
    assert found(Field.KICKER, *blocks, subtitle) == ["滨江镇："]
    assert found(Field.SUBTITLE, *blocks, subtitle) == ["——滨江镇秋收见闻"]


def test_speaker_in_headline_is_author_and_not_title(found: Found) -> None:
    blocks = (
        (Role.HEADLINE, "海滨市政协委员周志强：**让老人吃上热乎饭**"),
        (Role.BODY, "我建议，多办社区食堂，让老人吃得上、吃得好。"),
    )
    assert found(Field.TITLE, *blocks) == ["让老人吃上热乎饭"]
    assert found(Field.AUTHOR, *blocks) == ["周志强"]
    assert found(Field.GENRE, *blocks) == ["言论"]
    assert found(Field.PERSON, *blocks) == ["周志强"]


def test_a_colon_after_a_place_names_no_speaker(found: Found) -> None:
    blocks = ((Role.HEADLINE, "海滨新区：高标准建设港口"), BODY)
    assert found(Field.TITLE, *blocks) == ["海滨新区：高标准建设港口"]
    assert found(Field.AUTHOR, *blocks) == []


def test_continuation_as_printed(found: Found) -> None:
    body = (Role.BODY, "会议强调，要把各项工作落到实处，推动全市高质量发展再上新台阶，（下转第二版）")
    assert found(Field.CONTINUATION, body) == ["下转第二版"]
    assert found(Field.CONTINUATION, BODY) == []


def test_no_heading_no_title(found: Found) -> None:
    assert found(Field.TITLE, BODY) == []
