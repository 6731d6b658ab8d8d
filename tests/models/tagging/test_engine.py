"""Whatever the text, suggest answers, and names stand in the text as printed."""

from __future__ import annotations

import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.label import Field
from models.domain.line import Line, Regime
from models.domain.role import Role
from models.domain.text import plain
from models.tagging.engine import Tagger
from models.wording import reason as worded

_AS_PRINTED = {Field.AUTHOR, Field.PERSON, Field.PLACE, Field.ORGANISATION, Field.CONTINUATION}
_PIECES = st.sampled_from(
    (
        *("本报讯", "（记者 周志强）", "(记者吴晓燕 郑爽)", "本报记者", "摄", "海滨市", "杭州市西湖区", "平山县柳林镇", "市委"),
        *("教育局", "有限公司", "局长", "周志强", "吴 晓 燕", "说", "第二版", "下转", "１２３", "A1", "卡尔·马克西姆"),
        *("声明", "社论", "我建议", "在", "的", "和", "、", "：", ":", "，", ",", "。", "“", "”", "（", "）", "(", ")"),
        *("# ", "**", " ", "\u3000", "\t", "𠮷", "·"),
    )
)
_TEXT = st.one_of(st.lists(_PIECES, max_size=12).map("".join), st.text(max_size=20))
_BLOCKS = st.lists(st.tuples(st.sampled_from(list(Role)), st.lists(_TEXT, max_size=4)), max_size=5)


def _joined(blocks: list[tuple[Role, tuple[Line, ...]]], *roles: Role) -> str:
    """All text of `roles` without marks and white space."""
    return "".join("".join(plain(line).split()) for role, lines in blocks if role in roles for line in lines)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=_BLOCKS, regime=st.sampled_from(list(Regime)))
def test_suggest_answers_anything_and_invents_no_name(
    tagger: Tagger, blocks: list[tuple[Role, list[str]]], regime: Regime
) -> None:
    numbered = iter(range(1, 1000))
    built = [(role, tuple(Line(next(numbered), text) for text in texts)) for role, texts in blocks]
    printed = _joined(built, *Role)
    for one in tagger.suggest(built, regime):
        assert 0 < one.confidence < 1
        assert one.reasons
        assert all(worded(reason) for reason in one.reasons)
        if one.field is Field.TITLE:
            assert "".join(one.value.split()) in _joined(built, Role.HEADLINE)
        if one.field in _AS_PRINTED:
            assert "".join(one.value.split()) in printed


def test_an_empty_article_has_no_suggestions(tagger: Tagger) -> None:
    assert tagger.suggest([], Regime.PARAGRAPHS) == ()


def test_single_valued_fields_are_suggested_once(tagger: Tagger) -> None:
    body = Line(2, "本报讯（记者 周志强）近日，杭州市教育局局长吴晓燕说，中学和小学的课堂教学、教师和学生都有新面貌。" * 4)
    blocks = [(Role.HEADLINE, (Line(1, "教师带学生走出课堂"),)), (Role.BODY, (body,))]
    every = [one.field for one in tagger.suggest(blocks, Regime.PARAGRAPHS)]
    for field in (Field.TITLE, Field.GENRE, Field.TOPIC, Field.AFFILIATION):
        assert every.count(field) == 1


def test_cache_is_kept_in_the_given_folder(tmp_path: Path) -> None:
    Tagger(tmp_path / "words")
    assert any((tmp_path / "words").iterdir())


def test_a_long_article_is_tagged_quickly(tagger: Tagger) -> None:
    body = "杭州市教育局局长吴晓燕说，学校食堂已经改造，孩子们吃得更好，家长也更放心，今后还要继续努力。" * 25
    blocks: list[tuple[Role, tuple[Line, ...]]] = [(Role.BODY, (Line(1, body),))]
    tagger.suggest(blocks, Regime.PARAGRAPHS)
    best = min(_seconds(tagger, blocks) for _ in range(3))
    assert best < 0.5


def _seconds(tagger: Tagger, blocks: list[tuple[Role, tuple[Line, ...]]]) -> float:
    start = time.perf_counter()
    tagger.suggest(blocks, Regime.PARAGRAPHS)
    return time.perf_counter() - start
