"""Articles on their way out: the table for the spreadsheet and the page as JSON."""
