"""Sources become lines: text dumps, PDF pages, pictures."""
