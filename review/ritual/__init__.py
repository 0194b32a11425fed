"""The session in progress: what each of the seven steps asks, carries over and changes."""
