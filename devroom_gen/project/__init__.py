"""Finds a project on the disk, reads its files once, and loads its records."""
