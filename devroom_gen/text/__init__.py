"""Texts and places in them, edits, differences, and English for numbers."""
