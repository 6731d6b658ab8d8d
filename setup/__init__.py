"""What run.py does, with the standard library alone: system libraries, the virtual environment, tests, the frozen program."""
