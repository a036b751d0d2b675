"""Reads any page into located claims: what a text states about an edition. Pure: text in, claims out; knows no record."""
