"""The one command: sets up what is missing and starts the desk; `run.py test` runs all tests, `run.py build` freezes."""

# An old Python must be able to read this file, so it has no annotations and no f-strings; the work is in setup/.
import os
import sys

if sys.version_info < (3, 11):
    ENGLISH = "Jianbao needs Python 3.11 or newer, and this is %d.%d: install a newer one and start run.py with it."
    CHINESE = "剪报需要 Python 3.11 或更高版本，现在是 %d.%d：请安装新版 Python，再用它运行 run.py。"
    is_chinese = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").lower().startswith("zh")
    sys.exit((CHINESE if is_chinese else ENGLISH) % sys.version_info[:2])

from setup.command import main

sys.exit(main(sys.argv[1:]))
