"""Summaries on screen: a session to read, and to write to a file."""
