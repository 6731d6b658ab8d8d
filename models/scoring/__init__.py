"""How well a page was segmented: a proposal measured against what is known to be true."""
