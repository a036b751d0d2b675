"""Runs the rules, and registers, selects, suppresses and fixes what they find."""
