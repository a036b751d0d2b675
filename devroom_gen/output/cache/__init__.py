"""What the last run found, so that the next one need not look again. Can be deleted at any time, and is never trusted blindly."""
