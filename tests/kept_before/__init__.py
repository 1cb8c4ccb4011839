"""A data folder as the release before this one wrote it: every kind of record, in its own form."""
