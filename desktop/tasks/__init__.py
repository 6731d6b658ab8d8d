"""Work off the main thread: a task, the runner with its lanes, and the panel that shows progress."""

from desktop.tasks.runner import Lane, Runner
from desktop.tasks.task import Task

__all__ = ["Lane", "Runner", "Task"]
