"""Words that first paragraphs begin with."""

from __future__ import annotations

from models.segmenting import terms


def test_first_paragraphs_and_later_ones() -> None:
    assert terms.lead("记者今天下午在县城看到，新修的水渠已经通水。") > 0.3
    assert terms.lead("他说，这是因为他们还没有做好准备。") < -0.3


def test_a_dateline_is_left_aside() -> None:
    plain, dated = "他说，这是因为他们还没有准备好。", "本报讯（记者周小禾）他说，这是因为他们还没有准备好。"
    assert terms.lead(dated) < 0.1
    assert terms.lead(plain) < terms.lead("")
