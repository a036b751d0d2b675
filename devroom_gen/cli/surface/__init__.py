"""One module per command: its options, and what it prints. Each imports what it runs only when it runs."""
