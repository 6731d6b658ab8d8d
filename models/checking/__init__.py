"""What looks wrong on a page, one rule a function, none of them ever sure of itself."""
