"""The rules, one module each: of records, of what texts state, and what texts are held against."""
