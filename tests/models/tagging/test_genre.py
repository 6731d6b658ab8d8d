"""Genre by form and cue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.domain.label import Field, Suggested
from models.domain.role import Role

Found = Callable[..., list[str]]

LONG = "秋天到了，田里一片金黄，收割机来回忙碌，农民脸上都是笑容，粮食一车一车地运回家里。" * 10


@pytest.mark.parametrize(
    ("genre", "blocks"),
    [
        ("消息", [(Role.HEADLINE, "秋收开始"), (Role.LEAD, "本报讯（记者 周志强）" + LONG)]),
        (
            "通讯",
            [(Role.SUBTITLE, "——记农技员周志强"), (Role.BYLINE, "本报记者 吴晓燕"), (Role.BODY, LONG)],
        ),
        ("声明", [(Role.HEADLINE, "声明"), (Role.NOTICE, "周志强身份证丢失，声明作废。")]),
        ("公告", [(Role.HEADLINE, "海滨市土地拍卖公告"), (Role.NOTICE, "根据有关规定，现将拍卖事项公告如下。")]),
        ("图片新闻", [(Role.CAPTION, "图为工人在大坝上施工。"), (Role.BYLINE, "周志强 摄")]),
        ("评论", [(Role.SECTION_LABEL, "社 论"), (Role.HEADLINE, "把秋收抓好"), (Role.BODY, LONG)]),
        (
            "读后感",
            [(Role.SUBTITLE, "《海边的人》读后感"), (Role.BYLINE, "周志强"), (Role.BODY, LONG)],
        ),
        ("简讯", [(Role.HEADLINE, "图书角开放"), (Role.BODY, "为丰富职工生活，海滨供水站日前开放图书角。")]),
        (
            "综述",
            [(Role.SUBTITLE, "——海滨市水利工作综述"), (Role.BYLINE, "周志强"), (Role.BODY, LONG)],
        ),
    ],
)
def test_genre(found: Found, genre: str, blocks: list[tuple[Role, str]]) -> None:
    assert found(Field.GENRE, *blocks) == [genre]


def test_genre_gives_its_reasons(suggest: Callable[..., tuple[Suggested, ...]]) -> None:
    every = suggest((Role.LEAD, "本报讯（记者 周志强）" + LONG))
    genre = next(one for one in every if one.field is Field.GENRE)
    assert "dateline" in {reason.name for reason in genre.reasons}
    assert 0.5 < genre.confidence < 1
