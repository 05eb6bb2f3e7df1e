"""The command line: ica."""
