"""The ritual on screen: a page a step, and the screen that owns the draft."""
