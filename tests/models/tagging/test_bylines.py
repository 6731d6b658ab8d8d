"""Authors wherever papers print them."""

from __future__ import annotations

from collections.abc import Callable

from models.domain.label import Field, Suggested
from models.domain.line import Regime
from models.domain.role import Role

Found = Callable[..., list[str]]


def test_byline_line_over_two_lines(found: Found) -> None:
    blocks = ((Role.CAPTION, "图为工人在大坝上施工。"), (Role.BYLINE, "周志强 本报记者\n吴晓燕 摄"))
    assert found(Field.AUTHOR, *blocks, regime=Regime.WRAPPED) == ["周志强", "吴晓燕"]
    assert found(Field.AFFILIATION, *blocks) == ["本报"]


def test_byline_at_the_end_of_the_last_body_line(found: Found) -> None:
    blocks = ((Role.BODY, "书店里来了许多孩子。\n大家高高兴兴地选"), (Role.BYLINE, "书。” 海滨晚报全媒体记者周志强"))
    assert found(Field.AUTHOR, *blocks, regime=Regime.WRAPPED) == ["周志强"]
    assert found(Field.AFFILIATION, *blocks, regime=Regime.WRAPPED) == ["海滨晚报"]


def test_names_of_two_lines_do_not_run_together(found: Found) -> None:
    blocks = ((Role.BYLINE, "本报记者 吴晓\n马超群"), (Role.BODY, "秋天到了，田里一片金黄。"))
    assert found(Field.AUTHOR, *blocks, regime=Regime.WRAPPED) == ["吴晓", "马超群"]


def test_dateline_and_photo_credit(found: Found) -> None:
    blocks = (
        (Role.LEAD, "本报讯（记者 周志强）近日，海滨市举行稻田音乐会。"),
        (Role.CAPTION, "音乐会现场。 本报记者 吴晓燕 摄"),
    )
    assert found(Field.AUTHOR, *blocks) == ["周志强", "吴晓燕"]


def test_a_caption_without_credit_has_no_author(found: Found) -> None:
    assert found(Field.AUTHOR, (Role.CAPTION, "会议现场。（资料图片）")) == []


def test_signature_of_a_notice_is_no_author(found: Found) -> None:
    blocks = ((Role.NOTICE, "根据有关规定，现将名单予以公示。"), (Role.SIGNATURE, "王建国\n2023年5月1日"))
    assert found(Field.AUTHOR, *blocks) == []


def test_surer_with_a_reporters_word(suggest: Callable[..., tuple[Suggested, ...]]) -> None:
    def confidence(text: str) -> float:
        blocks = ((Role.BYLINE, text), (Role.BODY, "秋天到了，田里一片金黄。"))
        return next(one.confidence for one in suggest(*blocks) if one.field is Field.AUTHOR)

    assert confidence("本报记者 周志强") > confidence("周志强") > confidence("周志强吴晓燕")


def test_running_text_taken_for_a_byline_names_nobody(found: Found) -> None:
    blocks = ((Role.BYLINE, "采访中记者看到，放学"), (Role.BODY, "的孩子们排着队走过新桥。"))
    assert found(Field.AUTHOR, *blocks, regime=Regime.WRAPPED) == []
