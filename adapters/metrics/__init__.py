"""What is measured, as Prometheus reads it; on this machine alone, and only where a port is set."""
