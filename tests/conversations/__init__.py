"""Dialogues with a whole Attune at a console."""
