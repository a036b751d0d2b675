"""The rules about what texts state, in pages and in the prose of records, one module each."""
