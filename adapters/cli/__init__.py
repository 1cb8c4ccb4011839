"""The command line: commands, the doctor, and how the parts are put together."""
