"""The articles of a page as cards, in reading order, and the lines that wait or are settled outside of them."""
