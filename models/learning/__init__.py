"""Fits the segmenter's weights: from composed pages what ships, from an editor's finished pages what an archive has learnt."""
