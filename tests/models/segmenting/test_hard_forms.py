"""Articles of every form are found: briefs, statements, photo news, texts without a heading or signed in their last line."""

from __future__ import annotations

import pytest

from models.domain.role import Role
from models.segmenting.engine import Segmenter
from tests.models.segmenting.dumps import Piece, Story, Way, cut_story, dump, found, page_own, roles, stories

HEADS = {Role.HEADLINE, Role.SUBTITLE, Role.KICKER}


@pytest.fixture(params=("county", "city"))
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("topic", ["heating", "flood"])
def test_a_page_on_one_topic(shipped: Segmenter, way: Way, topic: str) -> None:
    news = stories(topic)
    page = dump((piece for story in news for piece in story.pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in news))


@pytest.mark.parametrize("topic", ["heating", "flood"])
def test_a_page_on_one_topic_with_headings_after(shipped: Segmenter, way: Way, topic: str) -> None:
    news = stories(topic)
    page = dump((piece for story in news for piece in (*story.body, *story.heading)), way)
    assert found(shipped.propose(page.reading)) == page.articles(*(story.pieces for story in news))


@pytest.mark.parametrize("label", ["简讯", "要闻速览"])
def test_briefs_under_one_heading(shipped: Segmenter, paper: str, way: Way, label: str) -> None:
    news, briefs = stories(paper), stories(f"{paper} briefs")
    rubric = Piece(Role.SECTION_LABEL, label)
    page = dump((*news[0].pieces, rubric, *(piece for brief in briefs for piece in brief.pieces)), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(news[0].pieces, *(brief.pieces for brief in briefs))
    assert page_own(proposal) == page.lines([rubric])


@pytest.mark.parametrize("label", ["简讯", "一句话新闻"])
def test_briefs_without_headings_of_their_own(shipped: Segmenter, paper: str, way: Way, label: str) -> None:
    news, briefs = stories(paper), stories(f"{paper} briefs")
    rubric = Piece(Role.SECTION_LABEL, label)
    page = dump((*news[0].pieces, *news[1].pieces, rubric, *(piece for brief in briefs for piece in brief.body)), way)
    told = [lines - page.lines([rubric]) for lines in found(shipped.propose(page.reading))]
    assert set(told) == page.articles(news[0].pieces, news[1].pieces, *(brief.body for brief in briefs))


@pytest.mark.parametrize("label", ["代表委员议政录", "委员发言"])
def test_statements_under_one_rubric(shipped: Segmenter, paper: str, way: Way, label: str) -> None:
    news, speeches = stories(paper), stories(f"{paper} statements")
    rubric = Piece(Role.SECTION_LABEL, label)
    page = dump((*news[2].pieces, rubric, *(piece for speech in speeches for piece in speech.pieces)), way)
    proposal = shipped.propose(page.reading)
    told = {lines - page.lines([rubric]) for lines in found(proposal)}
    assert told == page.articles(news[2].pieces, *(speech.pieces for speech in speeches))
    for speech in speeches:
        assert {roles(proposal)[n] for n in page.lines(speech.heading)} <= HEADS


@pytest.mark.parametrize("label", ["委员通道", "代表连线"])
def test_a_label_printed_over_every_statement(shipped: Segmenter, paper: str, way: Way, label: str) -> None:
    news, speeches = stories(paper), stories(f"{paper} statements")
    labelled = [(Piece(Role.SECTION_LABEL, label), *speech.pieces) for speech in speeches]
    page = dump((*news[2].pieces, *(piece for article in labelled for piece in article)), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(news[2].pieces, *labelled)
    assert {roles(proposal)[n] for article in labelled for n in page.lines(article[:1])} == {Role.SECTION_LABEL}


@pytest.mark.parametrize("label", ["民生观察", "身边事"])
def test_a_label_printed_eight_times(shipped: Segmenter, paper: str, way: Way, label: str) -> None:
    """Over every article of a page of eight."""
    news = [*stories(paper)[:4], *stories(f"{paper} briefs")]
    labelled = [(Piece(Role.SECTION_LABEL, label), *story.pieces) for story in news]
    page = dump((piece for article in labelled for piece in article), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*labelled)
    assert {roles(proposal)[n] for article in labelled for n in page.lines(article[:1])} == {Role.SECTION_LABEL}


@pytest.mark.parametrize("place", [0, 2, 4])
def test_an_article_without_a_heading(shipped: Segmenter, paper: str, way: Way, place: int) -> None:
    news = stories(paper)
    bare = next(story for story in news if story.body[0].text.startswith("本报讯"))
    articles = [story.pieces for story in news if story is not bare]
    articles.insert(place, bare.body)
    page = dump((piece for article in articles for piece in article), way)
    assert found(shipped.propose(page.reading)) == page.articles(*articles)


PICTURES = {
    "county": (
        Piece(Role.HEADLINE, "巧手剪出幸福年"),
        Piece(
            Role.CAPTION,
            "昨天，云溪镇妇女之家举办剪纸大赛，六十多名选手现场创作，窗花、生肖、戏曲人物在剪刀下一一成形。图为选手展示作品。",
        ),
        Piece(Role.BYLINE, "本报记者 甘平 摄"),
    ),
    "city": (
        Piece(Role.HEADLINE, "江滩冰上龙舟开赛"),
        Piece(
            Role.CAPTION,
            "十二月六日，来自八所高校的二十四支队伍在江滩公园展开冰上龙舟竞速，岸边围满了观众。图为选手们奋力冲向终点。",
        ),
        Piece(Role.BYLINE, "本报记者 涂又青 摄"),
    ),
}


@pytest.mark.parametrize("place", [0, 1, 3])
def test_photo_news_alone(shipped: Segmenter, paper: str, way: Way, place: int) -> None:
    articles: list[tuple[Piece, ...]] = [story.pieces for story in stories(paper)[:3]]
    articles.insert(place, PICTURES[paper])
    page = dump((piece for article in articles for piece in article), way)
    assert found(shipped.propose(page.reading)) == page.articles(*articles)


CAPTIONS = {
    "county": (3, "图为市民乘坐延长运营时间的夜班公交车。"),
    "city": (2, "图为巡河员在青沙河边取水样。本报记者 喻峥 摄"),
}


@pytest.mark.parametrize("last", [False, True])
def test_a_photo_with_its_story(shipped: Segmenter, paper: str, way: Way, last: bool) -> None:
    """The caption stands under its story, or at the end of the page."""
    number, text = CAPTIONS[paper]
    news, caption = stories(paper), Piece(Role.CAPTION, text)
    source = [*news[: number + 1], Story((), (caption,)), *news[number + 1 :]]
    if last:
        source = [*news, Story((), (caption,))]
    page = dump((piece for story in source for piece in story.pieces), way)
    articles = [(*story.pieces, caption) if story is news[number] else story.pieces for story in news]
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*articles)
    assert {roles(proposal)[n] for n in page.lines([caption])} == {Role.CAPTION}


@pytest.mark.parametrize("name", ["（骆可航）", "（本报记者 侍洛 通讯员 甘小满）", "本报记者 翟明"])
def test_a_signature_in_the_last_line_of_a_body(shipped: Segmenter, paper: str, way: Way, name: str) -> None:
    news = stories(paper)
    last = news[1].body[-1]
    signed = (*news[1].heading[:1], *news[1].body[:-1], Piece(Role.BODY, last.text + name))
    page = dump((*news[0].pieces, *signed, *news[2].pieces), way)
    assert found(shipped.propose(page.reading)) == page.articles(news[0].pieces, signed, news[2].pieces)


def test_spaced_headlines(shipped: Segmenter, paper: str, way: Way) -> None:
    news = stories(paper)
    spaced = [(Piece(Role.HEADLINE, " ".join(story.heading[0].text.replace(" ", "　"))), *story.pieces[1:]) for story in news]
    page = dump((piece for article in spaced for piece in article), way)
    proposal = shipped.propose(page.reading)
    assert found(proposal) == page.articles(*spaced)
    assert {roles(proposal)[n] for article in spaced for n in page.lines(article[:1])} <= HEADS


_HALF = str.maketrans("，；：？！（）", ",;:?!()")


@pytest.mark.parametrize("swapped", [False, True])
def test_half_width_punctuation(shipped: Segmenter, paper: str, way: Way, swapped: bool) -> None:
    news = [
        Story(story.heading, tuple(Piece(piece.role, piece.text.translate(_HALF)) for piece in story.body))
        for story in stories(paper)
    ]
    left, right = cut_story(news[0])
    first = (*news[0].heading, *left, *news[1].pieces, *right) if swapped else (*news[0].pieces, *news[1].pieces)
    page = dump((*first, *news[2].pieces, *news[3].pieces), way)
    article = (*news[0].heading, *left, *right) if swapped else news[0].pieces
    assert found(shipped.propose(page.reading)) == page.articles(article, *(story.pieces for story in news[1:4]))
