"""Repairs of replies: written again, shown only if really different, stored and measured."""
