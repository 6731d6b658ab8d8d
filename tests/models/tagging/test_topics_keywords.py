"""Topics and keywords say what an article is about."""

from __future__ import annotations

from collections.abc import Callable

from models.domain.label import Field
from models.domain.role import Role
from models.tagging.vocabulary import topics
from models.wording import topic_name

Found = Callable[..., list[str]]

GAME = "昨天，海滨队在主场夺得足球联赛冠军，运动员和教练与球迷一起庆祝。决赛中，海滨队连进三球，裁判吹响终场哨，球队捧起奖杯。"


def test_topic_is_a_code_of_media_topics(found: Found) -> None:
    assert found(Field.TOPIC, (Role.HEADLINE, "海滨队夺得足球联赛冠军"), (Role.BODY, GAME)) == ["medtop:15000000"]


def test_nothing_is_said_where_no_topic_speaks(found: Found) -> None:
    assert found(Field.TOPIC, (Role.BODY, "嗯。")) == []


def test_seventeen_topics_with_names_in_both_languages() -> None:
    assert len(topics()) == 17
    assert topic_name("medtop:15000000", "zh") == "体育"
    assert topic_name("medtop:15000000", "en") == "sport"


def test_keywords_are_few_and_not_names(found: Found) -> None:
    body = (Role.LEAD, "本报讯（记者 周志强）" + GAME + GAME)
    words = found(Field.KEYWORD, (Role.HEADLINE, "海滨队夺得足球联赛冠军"), body)
    assert 1 <= len(words) <= 5
    assert any("足球" in word for word in words)
    assert "周志强" not in words
