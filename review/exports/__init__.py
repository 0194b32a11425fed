"""What leaves the program to be read elsewhere: one file a format, listed in `formats`."""
