"""One module per command, with one function of its name. Where the floors below meet."""
