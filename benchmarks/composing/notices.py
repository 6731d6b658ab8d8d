"""Public notices of our own invention: declarations, lost papers, announcements, obituaries, lists of names."""

from __future__ import annotations

import random

from benchmarks.composing.names import name
from benchmarks.composing.piece import Piece

_COMPANIES = ("恒达", "金桥", "华盛", "东源", "瑞丰", "天合", "宏远", "佳信")
_TRADES = ("商贸", "建筑", "物业", "运输", "食品")
_OFFICES = ("中共青石县委组织部", "青石县水务局", "柳河市自然资源局", "白桦镇人民政府")
_HEADS = ("公告", "关于道路封闭施工的公告", "任职前公示", "拟任职人员公示公告", "招聘公告", "注销公告")
_PAPERS = ("身份证", "营业执照正本", "道路运输证", "残疾人证", "开户许可证", "就业创业证", "购房收据")


def notice(rng: random.Random) -> list[Piece]:
    """One notice, its heading first."""
    form = rng.choices((_stamps, _lost, _obituary, _names, _public), (3, 2, 1, 1.5, 5))[0]
    return form(rng)


def _firm(rng: random.Random) -> str:
    return f"{rng.choice(_COMPANIES)}{rng.choice(_TRADES)}有限公司"


def _number(rng: random.Random) -> str:
    return "".join(rng.choice("0123456789") for _ in range(13))


def _stamps(rng: random.Random) -> list[Piece]:
    head = Piece("headline", rng.choice(("声明", "遗失声明", "作废声明")))
    stamps = rng.choice((f"公章（编码{_number(rng)}）", f"公章（登记编号{_number(rng)}）及财务章（登记编号{_number(rng)}）均"))
    return [head, Piece("notice", f"{_firm(rng)}{stamps}丢失，声明作废。")]


def _lost(rng: random.Random) -> list[Piece]:
    """Several losses under one heading, a line each."""
    found = [Piece("headline", rng.choice(("遗失声明", "遗失", "遗失公告")))]
    for _ in range(rng.randint(2, 5)):
        who = rng.choice((name(rng), name(rng), _firm(rng)))
        found.append(Piece("notice", f"{who}{rng.choice(_PAPERS)}丢失，证号{_number(rng)}，声明作废。"))
    return found


def _obituary(rng: random.Random) -> list[Piece]:
    who, day = name(rng), f"20{rng.randint(10, 25)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    text = f"{_firm(rng)}原职工{who}同志因病医治无效，于{day}在青石县逝世，享年{rng.randint(60, 99)}岁。"
    later = f"遵照{who}同志遗愿，丧事从简，定于次日上午八时在县殡仪馆告别。谨此讣告。"
    return [Piece("headline", "讣告"), Piece("notice", text), Piece("notice", later), *_signed(rng, f"{who}同志治丧小组")]


def _names(rng: random.Random) -> list[Piece]:
    """A list of those honoured or chosen, several names a line."""
    found = [Piece("headline", rng.choice(("先进工作者名单公示", "优秀志愿者公示", "拟录用人员名单公示")))]
    found.append(Piece("notice", "经各单位推荐、评审小组审议，现将名单公示如下："))
    wide = rng.randint(3, 6)
    found += [Piece("notice", " ".join(name(rng) for _ in range(wide))) for _ in range(rng.randint(2, 6))]
    return [*found, *_signed(rng, rng.choice(_OFFICES))]


def _public(rng: random.Random) -> list[Piece]:
    found, firm = [Piece("headline", rng.choice(_HEADS))], _firm(rng)
    if rng.random() < 0.4:
        found.append(Piece("subtitle", f"（20{rng.randint(10, 25)}年第{rng.randint(1, 30)}号）"))
    opening = rng.choice(("根据有关规定，", "根据《城市道路管理条例》，", f"经{firm}股东会决议，"))
    found.append(Piece("notice", f"{opening}现将有关事项公告如下。请有关单位和个人自公告之日起四十五日内到{firm}办理手续。"))
    for _ in range(rng.choice((0, 0, 3, 5))):
        born = f"19{rng.randint(60, 95)}年{rng.randint(1, 12)}月生"
        found.append(
            Piece("notice", f"{name(rng)}，{rng.choice('男女')}，汉族，{born}，大学学历，现任{firm}副经理，拟任经理。")
        )
    strong = rng.random() < 0.4
    for way in _ways(rng):
        key, colon, value = way.partition("：")
        found.append(Piece("notice", f"**{key}：** {value}" if strong and colon else way))
    return [*found, *_signed(rng, rng.choice((firm, *_OFFICES)))]


def _ways(rng: random.Random) -> list[str]:
    """How to reach those who give notice, some ways of many."""
    number = _number(rng)
    ways = (
        f"联系电话：0{number[:10]}", f"地址：{rng.choice(('人民', '解放', '建设'))}大路{number[:3]}号", f"邮编：13{number[:4]}",
        f"举报电话：（0{number[:3]}）{number[3:8]}", f"网址：https://www.{number[:5]}.com", f"联系人：{name(rng)}",
        f"公告期至20{rng.randint(10, 25)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日。",
    )  # fmt: skip
    return rng.sample(ways, rng.randint(0, 5))


def _signed(rng: random.Random, office: str) -> list[Piece]:
    day = f"20{rng.randint(10, 25)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return [Piece("signature", office), Piece("signature", day)]
