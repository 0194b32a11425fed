"""The palette: every command, screen, month and prospect, found by typing."""
