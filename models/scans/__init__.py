"""Scans kept on the shelf, and the pictures made of them."""
