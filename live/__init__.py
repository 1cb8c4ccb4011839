"""Thirty scripted conversations with a real model: what people would have read (docs/live.md)."""
