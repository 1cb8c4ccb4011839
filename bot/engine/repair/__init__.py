"""Repairs of replies: written again, shown only where really another, kept and measured."""
