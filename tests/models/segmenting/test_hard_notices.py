"""Notices among the news are articles with their roles: publicity, declarations, losses, obituaries, tables, lists of names."""

from __future__ import annotations

import pytest

from models.domain.role import Role
from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import Piece, Story, Way, dump, found, roles


def _notice(heading: str, *texts: str, signed: tuple[str, ...] = ()) -> Story:
    head = (Piece(Role.HEADLINE, heading),)
    return Story(head, (*(Piece(Role.NOTICE, text) for text in texts), *(Piece(Role.SIGNATURE, text) for text in signed)))


NOTICES = {
    "publicity": _notice(
        "拟任干部公示",
        "根据干部选拔任用有关规定，经县委常委会研究，现将下列同志的基本情况予以公示，公示期为五个工作日。",
        "祁岚，女，汉族，1984年6月生，大学学历，中共党员，现任云溪镇副镇长，拟任县文化馆馆长。",
        "应令仪，男，汉族，1979年11月生，研究生学历，中共党员，现任县水务局办公室主任，拟任县水务局副局长。",
        "公示期间如有意见，请向县委组织部干部监督室反映。监督电话：0443-5210776",
        signed=("中共云溪县委组织部", "2027年3月18日"),
    ),
    "project": _notice(
        "关于柳浦街旧管网改造项目环境影响评价的公示",
        "柳浦街旧管网改造项目已委托青川环境咨询有限公司编制环境影响报告表，现按照规定予以公示，征求公众意见。",
        "公众可在公示之日起十个工作日内，以电话、信函等方式向建设单位提出意见。联系人：洪工，电话：0443-6120085",
        signed=("柳浦街道办事处", "2027年5月6日"),
    ),
    "stamp": _notice("声明", "云溪县顺达运输有限公司公章（编码4409127735018）丢失，声明作废。"),
    "rights": _notice(
        "严正声明",
        "近期有人冒用我公司名义对外招收代理商并收取保证金，我公司从未授权任何个人开展此类业务，由此产生的一切后果与我公司无关。",
        "特此声明。",
        signed=("梧桐里食品有限公司", "2027年2月9日"),
    ),
    "losses": _notice(
        "遗失声明",
        "岳小满身份证丢失，证号440912198703124418，声明作废。",
        "云溪县石门乡永顺粮油店营业执照副本丢失，注册号440912600218845，声明作废。",
        "樊立夏机动车驾驶证丢失，档案编号440900172634，声明作废。",
    ),
    "lost": _notice(
        "遗失",
        "甘木兰不慎将购房收据遗失，收据号0027145，金额五万元，特此声明。",
        "穆青云教师资格证遗失，证号20094400971，声明作废。",
    ),
    "obituary": _notice(
        "讣告",
        "云溪县人民医院原副院长缪守仁同志因病医治无效，于2027年1月14日6时20分在县城逝世，享年八十九岁。",
        "遵照缪守仁同志遗愿，丧事从简，定于1月16日上午9时在县殡仪馆举行告别仪式。谨此讣告。",
        signed=("缪守仁同志治丧小组", "2027年1月14日"),
    ),
    "road": _notice(
        "关于解放路封闭施工的公告",
        "因敷设雨水管道，解放路东段自11月20日起封闭施工，为期三十天，过往车辆请绕行建设街，行人由北侧便道通过。",
        "施工给市民出行带来不便，敬请谅解。特此公告。",
        signed=("市公安局交通警察支队", "2027年11月15日"),
    ),
    "names": _notice(
        "“最美护河员”名单公示",
        "经各街道推荐、评审小组审议，拟对下列人员予以表彰，现将名单公示如下：",
        "闵大力 喻承砚 房季安 阮木兰 洪立春",
        "柏念慈 顾小航 侍仲平 涂令仪 殷启明",
        "祁又青 应春生 樊木棉 荀思齐 霍守拙",
        signed=("青沙区河长制办公室", "2027年9月2日"),
    ),
}
PLACES = (0, 1, 2)


def _page(news: list[Story], notice: Story, place: int) -> list[Story]:
    page = news[:2]
    page.insert(place, notice)
    return page


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_an_article(shipped: Segmenter, news: list[Story], way: Way, name: str, place: int) -> None:
    stories = _page(news, NOTICES[name], place)
    page = dump((piece for story in stories for piece in story.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in stories))


@pytest.mark.parametrize("name", NOTICES)
def test_roles_of_a_notice(shipped: Segmenter, news: list[Story], way: Way, name: str) -> None:
    notice = NOTICES[name]
    page = dump((piece for story in _page(news, notice, 1) for piece in story.pieces), way)
    said = roles(shipped.propose(page.reading))
    for piece in notice.pieces:
        assert {said[n] for n in page.lines([piece])} == {piece.role}, piece.text


def test_several_notices_side_by_side(shipped: Segmenter, news: list[Story], way: Way) -> None:
    stories = [news[0], NOTICES["stamp"], NOTICES["obituary"], NOTICES["losses"], NOTICES["road"]]
    page = dump((piece for story in stories for piece in story.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in stories))


TABLES = {
    "prices": _notice(
        "今日菜价",
        "品名 单位 批发价 零售价",
        "大白菜 元/斤 0.62 0.98",
        "土豆 元/斤 1.15 1.60",
        "西红柿 元/斤 2.30 3.20",
        "鸡蛋 元/斤 4.05 4.70",
    ),
    "buses": _notice(
        "夜班公交首末站时刻表",
        "线路 起点 终点 末班时间",
        "一路 火车站 纺织厂 23:30",
        "四路 东门夜市 体育中心 23:30",
        "九路 火车站 柳浦街 23:20",
    ),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_one_article(shipped: Segmenter, news: list[Story], way: Way, name: str, place: int) -> None:
    stories = _page(news, TABLES[name], place)
    page = dump((piece for story in stories for piece in story.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in stories))
