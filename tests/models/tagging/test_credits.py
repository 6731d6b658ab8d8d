"""Credits taken apart: names, affiliations, gaps and glue."""

from __future__ import annotations

import pytest

from models.tagging.credits import ends_with_credit, opening_credit, parse_credit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报记者 赵明华 钱丽", ("赵明华", "钱丽")),
        ("本报记者赵明华", ("赵明华",)),
        ("本报记者孙伟李娟", ("孙伟", "李娟")),
        ("本报记者周志强吴晓燕郑爽", ("周志强", "吴晓燕", "郑爽")),
        ("海滨晚报全媒体记者 王建国 摄", ("王建国",)),
        ("周 敏 本报记者 马 超 摄影报道", ("周敏", "马超")),
        ("记者 李国栋 通讯员 欧阳海燕", ("李国栋", "欧阳海燕")),
        ("文/赵明华 图/钱丽", ("赵明华", "钱丽")),
        ("赵明华、钱丽摄", ("赵明华", "钱丽")),
        ("本报评论员", ("本报评论员",)),
        ("责任编辑 孙伟", ()),
        ("（资料图片）", ()),
    ],
)
def test_names_of_a_byline(text: str, names: tuple[str, ...]) -> None:
    assert parse_credit(text, trusted=True).names == names


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [("本报记者 赵明华", "本报"), ("新华社记者 钱丽 摄", "新华社"), ("海滨晚报全媒体记者 孙伟", "海滨晚报")],
)
def test_affiliation(text: str, affiliation: str) -> None:
    assert parse_credit(text, trusted=True).affiliations == (affiliation,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯（记者 赵明华 钱丽）近日，我市举行活动。", ("赵明华", "钱丽")),
        ("本报讯（记者赵明华）近日，我市举行活动。", ("赵明华",)),
        ("本报7月3日讯（记者周志强）今天是个好日子。", ("周志强",)),
        ("新华社北京10月4日电（记者吴晓燕、郑爽）大会今天开幕。", ("吴晓燕", "郑爽")),
        ("本报讯 记者李国栋报道：昨天，我省举行活动。", ("李国栋",)),
        ("本报讯 记者李国栋 孙伟 近日，我省举行活动。", ("李国栋", "孙伟")),
        ("本报讯 记者李国栋从市财政局获悉，今年预算已定。", ("李国栋",)),
        ("本报讯（孙伟）近日，我市举行活动。", ("孙伟",)),
        ("本报讯 近日，我市举行活动。", ()),
    ],
)
def test_names_of_a_dateline(text: str, names: tuple[str, ...]) -> None:
    opening = opening_credit(text)
    assert opening is not None
    assert opening.dateline
    assert opening.names == names


@pytest.mark.parametrize("text", ["记者了解到，这里的农民正在收割。", "记者走访多家书店发现：人很多。", "昨天下了雨。"])
def test_text_that_only_mentions_reporters_has_no_opening_credit(text: str) -> None:
    assert opening_credit(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大家都很高兴。（赵明华 钱丽）", ("赵明华", "钱丽")),
        ("大家都很高兴。 海滨晚报记者周志强", ("周志强",)),
        ("工人在施工。 本报记者 周志强 摄（资料照片）", ("周志强",)),
    ],
)
def test_names_at_the_end(text: str, names: tuple[str, ...]) -> None:
    credit = ends_with_credit(text)
    assert credit is not None
    assert credit.names == names


@pytest.mark.parametrize("text", ["大家都很高兴。", "他说：“好！”大家都笑了", "开展了活动（以下简称活动）", "资料照片"])
def test_ordinary_endings_are_no_credits(text: str) -> None:
    assert ends_with_credit(text) is None
