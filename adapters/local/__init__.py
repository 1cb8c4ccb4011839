"""A model on this machine: chosen, downloaded once, and run inside this process."""
