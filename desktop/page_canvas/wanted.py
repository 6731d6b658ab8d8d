"""What a worker should fetch next, as the main thread sees it now."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable

from desktop.page_canvas.grid import Tile


class Wanted:
    """Replaced whenever the view moves, so that the worker never fetches what nobody looks at any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tiles: deque[Tile] = deque()

    def replace(self, tiles: Iterable[Tile]) -> None:
        with self._lock:
            self._tiles = deque(tiles)

    def take(self) -> Tile | None:
        """The most wanted one, which then is wanted no more."""
        with self._lock:
            return self._tiles.popleft() if self._tiles else None

    def __bool__(self) -> bool:
        return bool(self._tiles)
