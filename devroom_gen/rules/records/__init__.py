"""The rules about records, one module each."""
