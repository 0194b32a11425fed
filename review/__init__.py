"""What a monthly review is: pure rules and records, with no files, no clock and no screen."""
