"""Every sentence of the set-up in English and Chinese (gettext's catalogues can not be counted on before it)."""

from __future__ import annotations

import io
import sys

from models.i18n import system_language

SENTENCES = {
    "usage": (
        "python run.py [FILES …]   start the desk (on a machine without a screen: leave articles.csv and desk.png here)\n"
        "    --archive FOLDER      with the archive in FOLDER instead of the user's own\n"
        "    --language zh|en      in this language · --theme light|dark|system  in these colours\n"
        "python run.py test        run all tests\n"
        "python run.py build       make the frozen program in dist/\n"
        "python run.py lock        resolve the locked dependencies anew",
        "python run.py [文件 …]    启动审校台（没有屏幕时，在当前文件夹留下 articles.csv 和 desk.png）\n"
        "    --archive 文件夹      使用该文件夹中的档案，而非用户自己的档案\n"
        "    --language zh|en      界面语言 · --theme light|dark|system  界面颜色\n"
        "python run.py test        运行全部测试\n"
        "python run.py build       在 dist/ 中生成独立程序\n"
        "python run.py lock        重新锁定依赖",
    ),
    "too new": (
        "Jianbao does not run on Python {version} yet: start run.py with Python 3.11 to 3.14.",
        "剪报尚不支持 Python {version}：请用 Python 3.11 至 3.14 运行 run.py。",
    ),
    "setting up": ("Setting up {group} in {folder} with {tool} …", "正在用 {tool} 将 {group} 安装到 {folder} …"),
    "set up": ("Set up in {seconds:.0f} s.", "安装完成，用时 {seconds:.0f} 秒。"),
    "falling back": ("uv could not do it; trying pip.", "uv 安装失败，改用 pip。"),
    "no sqlite": (
        "This Python was built without SQLite; start run.py with another one.",
        "当前 Python 编译时未包含 SQLite，请换一个 Python 运行 run.py。",
    ),
    "no network": (
        "The packages could not be fetched: check the network (or the proxy and mirror pip is set to) and start again; "
        "details are in {log}.",
        "无法下载所需软件包：请检查网络（或 pip 的代理、镜像设置）后重试；详情见 {log}。",
    ),
    "no space": ("The disk is full: free about 1.5 GB and start again.", "磁盘已满：请腾出约 1.5 GB 空间后重试。"),
    "wrong hash": (
        "A downloaded package is not the one this version was made with: start again, or set pip to another mirror; "
        "details are in {log}.",
        "下载的软件包与锁定的不一致：请重试，或更换 pip 镜像；详情见 {log}。",
    ),
    "no package": (
        "There is no ready-made package for this system ({system}, Python {version}): details are in {log}.",
        "当前系统（{system}，Python {version}）没有现成的软件包：详情见 {log}。",
    ),
    "set-up failed": ("The set-up failed; details are in {log}.", "安装失败，详情见 {log}。"),
    "not writable": ("Nothing can be written to {path}: {reason}.", "无法写入 {path}：{reason}。"),
    "lacking": ("The system lacks {names}; install with: {command}", "系统缺少 {names}，请先安装：{command}"),
    "lacking, unknown system": (
        "The system lacks {names}: install the packages that bring it, then start again.",
        "系统缺少 {names}：请安装相应的软件包后重试。",
    ),
    "venv": ("Python's venv and ensurepip modules", "Python 的 venv 与 ensurepip 模块"),
    "font": ("a Chinese font (letters will be empty squares)", "中文字体（否则汉字显示为空白方框）"),
    "installing": ("Installing what the system lacks: {packages} …", "正在安装系统缺少的软件包：{packages} …"),
    "not installed": (
        "The system's packages could not be installed: check the network, then run: {command}",
        "系统软件包安装失败：请检查网络，然后运行：{command}",
    ),
    "no screen": (
        "There is no screen here (no DISPLAY, no WAYLAND_DISPLAY), so the desk works without a window.",
        "此处没有屏幕（没有 DISPLAY，也没有 WAYLAND_DISPLAY），审校台将不开窗口运行。",
    ),
    "screen silent": (
        "The screen DISPLAY={display} does not answer: correct DISPLAY, or unset it to work without a window.",
        "屏幕 DISPLAY={display} 没有响应：请更正 DISPLAY，或取消该变量以不开窗口运行。",
    ),
    "left": ("The articles are in {csv}, a picture of the desk is in {picture}.", "文章在 {csv}，审校台的画面在 {picture}。"),
    "lock needs uv": ("Making the lock needs uv; install it with: {command}", "锁定依赖需要 uv，请先安装：{command}"),
    "lock failed": ("uv could not resolve the dependencies; its reason is above.", "uv 无法解析依赖，原因见上。"),
    "Qt fails": ("Qt does not start: {reason}", "Qt 无法启动：{reason}"),
    "freezing": ("Freezing the program …", "正在生成独立程序 …"),
    "frozen": ("{folder}: {size:.0f} MB in {seconds:.0f} s.", "{folder}：{size:.0f} MB，用时 {seconds:.0f} 秒。"),
    "freezing failed": ("PyInstaller failed; its last words are above.", "PyInstaller 失败，原因见上。"),
    "trying": ("Trying the frozen program in an empty home …", "正在空的主目录中试运行独立程序 …"),
    "tried": (
        "The frozen program and the source tree wrote the same CSV: {rows} rows ({frozen:.1f} s and {source:.1f} s).",
        "独立程序与源代码写出的 CSV 完全相同：{rows} 行（用时 {frozen:.1f} 秒和 {source:.1f} 秒）。",
    ),
    "trial failed": ("{program} failed with exit code {code}.", "{program} 运行失败，退出码 {code}。"),
    "CSV differs": (
        "The frozen program and the source tree wrote different CSV files: compare {frozen} with {source}.",
        "独立程序与源代码写出的 CSV 不同：请比较 {frozen} 与 {source}。",
    ),
}


class Trouble(Exception):
    """Something the user can put right, named by its sentence in the table."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(sentence(name, **values))


def sentence(name: str, **values: object) -> str:
    """The sentence `name` in the user's language, its {names} filled in."""
    return SENTENCES[name][system_language() == "zh"].format(**values)


def unfailing_output() -> None:
    """A console that can not show a letter gets a question mark instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(name: str, **values: object) -> None:
    print(sentence(name, **values), flush=True)
