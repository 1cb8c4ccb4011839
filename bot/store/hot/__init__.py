"""The hot path: explicit SQL on a driver's own connection, one small file an engine."""
