"""Everything that is derived from a record, its series and its conference: all that prose, templates and rules see."""
