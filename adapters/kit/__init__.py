"""What every platform needs."""
