"""Makes page dumps with known truth from real articles, in the styles that readers of newspapers leave behind."""
