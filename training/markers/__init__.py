"""Learns the heads that read markers: `make markers`."""
