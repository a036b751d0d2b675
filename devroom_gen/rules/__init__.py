"""The rules, one module each: about records, about what texts state; and what texts are held against."""
