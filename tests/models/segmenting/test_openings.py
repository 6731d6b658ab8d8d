"""How texts open."""

from __future__ import annotations

import pytest

from models.segmenting import openings


def test_first_paragraphs_and_later_ones() -> None:
    assert openings.lead("记者今天下午在县城看到，新修的水渠已经通水。") > 0.3
    assert openings.lead("他说，这是因为他们还没有做好准备。") < -0.3


def test_a_dateline_is_left_aside() -> None:
    plain, dated = "他说，这是因为他们还没有准备好。", "本报讯（记者周小禾）他说，这是因为他们还没有准备好。"
    assert openings.lead(dated) == openings.lead(plain) < openings.lead("")


@pytest.mark.parametrize(
    "text", ["，然后走了", "木。剧团团长介绍", "的横梁是原来的", "械化建设步伐加快", "工作的通知》，要求各地认真执行"]
)
def test_a_text_that_was_cut(text: str) -> None:
    assert openings.inside(text) > 0.5


@pytest.mark.parametrize(
    "text", ["据了解，灌区去年增收两成", "今后每个季度都会进山", "记者在现场看到，大坝已经合龙", "“这样的房子住着踏实。”老人说"]
)
def test_a_text_that_begins_with_a_sentence(text: str) -> None:
    assert openings.inside(text) < -0.3


def test_nothing_opens_in_no_way() -> None:
    assert openings.inside("") == openings.lead("") == 0.0
