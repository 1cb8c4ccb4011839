"""Setting up by conversation: the model at the first run, and all of it by `attune setup`."""
