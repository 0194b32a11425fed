"""The data folder: bytes safely to and from disk, and the sessions they hold."""
