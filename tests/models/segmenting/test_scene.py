"""What a page's fragments have in common, and where sentences are left off."""

from __future__ import annotations

import pytest

from models.domain.line import Line
from models.segmenting.fragments import Fragment
from models.segmenting.repair import clean
from models.segmenting.roles import Kind
from models.segmenting.scene import Scene

T, H = Kind.TEXT, Kind.HEADING


def scene(*parts: tuple[Kind, str]) -> Scene:
    return Scene([Fragment(kind, (clean(Line(i, text)),)) for i, (kind, text) in enumerate(parts, start=1)])


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("沿线六个乡镇的三万亩旱", True),
        ("旱田第一次得到灌溉。", False),
        ("旱田第一次得到灌溉。 本报记者 周小禾", False),
        ("旱田第一次得到灌溉。（周小禾）", False),
        ("旱田第一次得到灌溉。 晚报全媒体记者周小禾", False),
        ("两岸的灯一齐亮起。 高远帆 摄", False),
    ],
)
def test_names_at_the_end_leave_no_sentence_open(text: str, is_open: bool) -> None:
    assert scene((T, text)).open_end.tolist() == [is_open]


def test_runs_of_text() -> None:
    page = scene((H, "水渠通水"), (T, "群众投工三十万个。"), (T, "红石湾水渠昨天通"), (H, "学校开馆"), (T, "今天开馆。"))
    assert page.run.tolist() == [1, 2, 2, 3, 4]
    assert page.round_the_run[2, 1] == 1.0
    assert page.round_the_run.sum() == 1.0
    assert page.cut_off.tolist() == [False, False, True, False, False]


def test_without_weights_no_text_is_sure_to_complete_another() -> None:
    assert not scene((T, "红石湾水渠昨天通"), (T, "水了。")).completes.any()
