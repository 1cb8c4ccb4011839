"""The types of values that a setting of an admin's may have: one file a family."""
