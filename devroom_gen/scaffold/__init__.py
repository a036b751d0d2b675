"""Last year's record becomes this year's: its text is edited place by place, and what must be decided is listed."""
