"""A data folder that the release before wrote: open cards of every kind, asks and replies."""
