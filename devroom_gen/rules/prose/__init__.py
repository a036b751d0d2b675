"""The rules about what texts state, in pages and in the prose of records, one module each.

`READS_WORDS` marks a rule that finds something even where a text states nothing.
"""
