"""What is joined before anything is decided, and what is not."""

from __future__ import annotations

from models.domain.line import Regime
from models.reading.text_dump import split_lines
from models.segmenting.fragments import Fragment, fragments, source_runs
from models.segmenting.line_features import layout
from models.segmenting.repair import clean
from models.segmenting.roles import Kind

T, H, B, L, C = Kind.TEXT, Kind.HEADING, Kind.BYLINE, Kind.LABEL, Kind.CAPTION


def cut(text: str, kinds: list[Kind], regime: Regime = Regime.PARAGRAPHS) -> list[Fragment]:
    lines = [clean(line) for line in split_lines(text)]
    return list(fragments(layout(lines, regime), kinds))


def numbers(found: list[Fragment]) -> list[tuple[int, ...]]:
    return [fragment.numbers for fragment in found]


def test_paragraphs_stay_apart() -> None:
    assert numbers(cut("水渠通了。\n大家高兴。", [T, T])) == [(1,), (2,)]


def test_lines_of_a_column_are_joined_while_the_sentence_goes_on() -> None:
    first = "红石湾水渠昨天通水沿线\n六个乡镇的三万亩旱田第一\n次得到灌溉。"
    second = "水渠去年三月动工沿线群\n众投工三十万个全县各机关\n也来帮忙。"
    assert numbers(cut(f"{first}\n{second}", [T] * 6, Regime.WRAPPED)) == [(1, 2, 3), (4, 5, 6)]


def test_a_dateline_begins_a_fragment() -> None:
    text = "红石湾水渠昨天通水沿线的\n本报讯（记者周小禾）柳树"
    assert numbers(cut(text, [T, T], Regime.WRAPPED)) == [(1,), (2,)]


def test_a_byline_belongs_to_the_heading_above_it() -> None:
    found = cut("水渠通水\n本报记者 周小禾\n昨天通水。", [H, B, T])
    assert numbers(found) == [(1, 2), (3,)]
    assert [line.number for line in found[0].byline] == [2]


def test_a_caption_takes_a_photographer_only() -> None:
    assert numbers(cut("图为水渠。\n周小禾 摄", [C, B])) == [(1, 2)]
    assert numbers(cut("图为水渠。\n本报记者 周小禾", [C, B])) == [(1,), (2,)]


def test_a_notice_begins_its_own_heading() -> None:
    assert numbers(cut("水渠通水\n声明\n公章丢失。", [H, H, T])) == [(1,), (2,), (3,)]


def test_a_label_is_remembered_past_a_caption() -> None:
    found = cut("代表发言\n会场外景。\n水渠通水\n昨天通水。", [L, C, H, T])
    assert [fragment.under_label for fragment in found] == [False, True, True, False]


def test_first_guess_at_articles() -> None:
    found = cut("水渠通水\n昨天通水。\n大家高兴。\n学校开馆\n今天开馆。", [H, T, T, H, T])
    assert source_runs(found) == [0, 1, 1, 2, 3]


def test_what_stands_under_a_subtitle_after_a_dash_is_another_heading() -> None:
    assert numbers(cut("水渠通水\n——红石湾见闻\n学校开馆\n今天开馆。", [H, H, H, T])) == [(1, 2), (3,), (4,)]


def test_a_heading_of_the_text_above_and_one_of_that_below_are_two() -> None:
    text = "红石湾的水渠昨天通水。\n红石湾水渠通水\n科学馆开馆\n柳树沟小学的科学馆今天开馆。"
    assert numbers(cut(text, [T, H, H, T])) == [(1,), (2,), (3,), (4,)]
    assert numbers(cut(text.replace("科学馆开馆", "沿线喜获丰收"), [T, H, H, T])) == [(1,), (2, 3), (4,)]


def test_a_caption_goes_on_while_its_sentence_does() -> None:
    text = "放映员在广场上装\n机器，居民们\n等着看电影。\n学校今天开馆。"
    assert numbers(cut(text, [C, C, C, T], Regime.WRAPPED)) == [(1, 2, 3), (4,)]


def test_words_at_the_top_that_the_text_knows_nothing_of_are_the_subject_of_the_page() -> None:
    text = "县里新貌\n水渠昨天通水，六乡受益。\n红石湾水渠通水"
    assert [one.kind for one in cut(text, [H, T, H])] == [L, T, H]
    assert [one.kind for one in cut(text.replace("县里新貌", "水渠通水"), [H, T, H])] == [H, T, H]
    assert [one.kind for one in cut(text.replace("县里新貌", "县里新貌一览无余"), [H, T, H])] == [H, T, H]


def test_a_long_caption_that_is_all_under_its_heading_is_its_text() -> None:
    caption = "昨天，镇里的妇女之家举办剪纸大赛，六十多名选手现场创作，窗花和戏曲人物一一成形。图为选手展示作品。"
    page = f"水渠昨天通水，六乡受益。\n巧手剪出幸福年\n{caption}\n学校开馆\n科学馆今天开馆。"
    assert [one.picture for one in cut(page, [T, H, C, H, T])] == [False, False, True, False, False]
    assert [one.kind for one in cut(page, [T, H, C, H, T])] == [T, H, T, H, T]
    assert [one.kind for one in cut(page.replace("学校开馆\n", ""), [T, H, C, T])] == [T, H, C, T]
    assert [one.kind for one in cut(page.replace("巧手剪出幸福年", "六乡水渠通水受益"), [T, H, C, H, T])] == [T, H, C, H, T]
    assert [one.kind for one in cut(page.replace(caption, "图为选手展示作品。"), [T, H, C, H, T])] == [T, H, C, H, T]
