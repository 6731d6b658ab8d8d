"""The words of the trade as frozen values and pure functions; knows no file, table or window."""
