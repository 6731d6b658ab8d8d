"""What an editor can do to a page: each edit is a frozen value with one pure method, page in, page out."""
