"""What looks wrong on the page, where, why, and what mends it."""
