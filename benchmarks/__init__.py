"""Measures how well and how fast the engines work, and fits their weights; every path is an argument."""
