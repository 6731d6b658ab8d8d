"""Fits the segmenter's weights on composed pages: counts, the chain of roles, the pair scores, the calibration."""
