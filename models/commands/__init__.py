"""The subcommands of `python -m models`, one file for each kind of work."""
