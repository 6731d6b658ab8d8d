"""Lines become articles: repair, roles, fragments, pair scores, one decode over the whole page, confidence."""
