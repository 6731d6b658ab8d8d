"""Persons, places and organisations in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.domain.label import Field
from models.domain.role import Role

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“今年收成好。”村党支部书记周志强说。", ["周志强"]),
        ("海滨市水利局局长吴晓燕介绍，水库已经蓄满。", ["吴晓燕"]),
        ("王建国，男，汉族，1975年3月生，大学学历。", ["王建国"]),
        ("参加座谈的有委员周志强、吴晓燕、郑爽和马超群。", ["周志强", "吴晓燕", "郑爽", "马超群"]),
        ("71岁的孙大娘笑得合不拢嘴。", ["孙大娘"]),
        ("经济学家卡尔·马克西姆来访。", ["卡尔·马克西姆"]),
        ("总理卡尔·马克西姆来访。", ["卡尔·马克西姆"]),
        ("周志强副省长和吴晓燕厅长出席。", ["周志强", "吴晓燕"]),
        ("高质量发展取得新成效，黄金周游客增多。", []),
    ],
)
def test_persons(found: Found, text: str, names: list[str]) -> None:
    assert found(Field.PERSON, (Role.BODY, text)) == names


def test_reporters_are_persons(found: Found) -> None:
    assert found(Field.PERSON, (Role.LEAD, "本报讯（记者 周志强）秋天到了，田里一片金黄。")) == ["周志强"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("洪水过后，杭州市西湖区一切正常。", ["杭州市西湖区"]),
        ("他家住河北省平山县柳林镇石桥村。", ["河北省平山县柳林镇石桥村"]),
        ("队伍先后到成都、昆明和贵阳。", ["成都", "昆明", "贵阳"]),
        ("走中国特色道路，建设文明城市。", []),
        ("社区里的小区都改造了。", []),
    ],
)
def test_places(found: Found, text: str, places: list[str]) -> None:
    assert found(Field.PLACE, (Role.BODY, text)) == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("杭州市教育局近日发出通知。", ["杭州市教育局"]),
        ("市委、市政府高度重视，省财政厅给予支持。", ["市委", "市政府", "省财政厅"]),
        ("中共成都市委召开会议，党中央的决策得到落实。", ["中共成都市委", "党中央"]),
        ("宏图实业（河北省）有限公司公章丢失。", ["宏图实业（河北省）有限公司"]),
        ("宏图实业(河北省)有限公司公章丢失。", ["宏图实业(河北省)有限公司"]),
        ("他在《海滨晚报》上读到这条消息。", ["海滨晚报"]),
        ("有关部门和医院的干部职工都来了。", []),
    ],
)
def test_organisations(found: Found, text: str, bodies: list[str]) -> None:
    assert found(Field.ORGANISATION, (Role.BODY, text)) == bodies


def test_a_place_inside_an_organisation_is_not_listed(found: Found) -> None:
    assert found(Field.PLACE, (Role.BODY, "杭州市教育局近日发出通知。")) == []
