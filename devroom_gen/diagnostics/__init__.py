"""One finding: its code and manual page, where it stands, and how it is printed."""
