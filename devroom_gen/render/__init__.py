"""From facts and templates to pages: the one path on which a page is made."""
