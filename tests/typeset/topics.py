"""What the invented stories are about: each subject with words of its own, and names of places and people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Topic:
    """`spots` where, `things` what, `deeds` what is done to them, `troubles` what is amiss, `sayings` what people say."""

    key: str
    spots: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    troubles: tuple[str, ...]
    sayings: tuple[str, ...]
    bodies: tuple[str, ...]


def _topics() -> tuple[Topic, ...]:
    """From the text beside this module: a subject's name and a line for each kind of word, a blank line between subjects."""
    text = Path(__file__).with_name("topics.txt").read_text(encoding="utf-8")
    rows = (block.strip().splitlines() for block in text.split("\n\n"))
    return tuple(Topic(key, *(tuple(row.split()) for row in words)) for key, *words in rows)


TOPICS = _topics()
TOWNS = (
    *("青溪", "云州", "临河", "南屏", "东岭", "石湾", "白鹭洲", "长亭", "柳浦", "双塔"),
    *("麦积川", "红枫", "雁门渡", "盐坊", "竹园", "大垭", "小沧", "凤台岗", "三岔", "望海"),
)
UNITS = ("镇", "乡", "街道", "县", "区", "村")
SURNAMES = "顾邵侍庄凌裘闵祁翟柏鲍涂骆尹岳樊阮蒲穆洪喻应霍房缪甘殷齐"
GIVEN = "承砚洛衡蔚泓岚峥澜棠骏颖思齐念慈可航又青启明守拙允恭令仪季平素梅广田木兰春生立夏小满"
