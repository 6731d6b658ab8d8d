"""Radicals and compatibility forms that PDF text layers hold in place of characters, folded back."""

from __future__ import annotations

import unicodedata

_RADICALS = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 "
    "⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 "
    "⺲罒 ⺳罒 ⺴罒 ⺵罒 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 "
    "⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 "
    "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 "
)
_SUPPLEMENT = {ord(pair[0]): pair[1] for pair in _RADICALS.split()}
"""U+2E80–2EFF, for which Unicode's normalisation has no answer."""

_COMPATIBLE = (range(0x2F00, 0x2FE0), range(0xF900, 0xFB00), range(0xFB00, 0xFB07), range(0x2F800, 0x2FA20))
"""Kangxi radicals, compatibility ideographs and Latin ligatures; full-width forms are print, and stay."""

_TABLE = _SUPPLEMENT | {code: unicodedata.normalize("NFKC", chr(code)) for block in _COMPATIBLE for code in block}


def folded(text: str) -> str:
    """`text` with each radical or compatibility form as the character it stands for."""
    return text.translate(_TABLE)
