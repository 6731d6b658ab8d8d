"""转版: which articles of an issue go on in which, by cue, title words and seam."""
