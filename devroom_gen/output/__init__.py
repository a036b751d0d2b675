"""From rendered pages to the disk: compare, plan, write whole files, remember what was written."""
