"""The finished sessions: found, read, compared, corrected, deleted and put back."""
