"""The rules about what texts state, in pages and in the prose of records, one module each.

A rule that finds something in mere words, which state nothing, has `telling_words`: those without which it finds nothing.
"""
