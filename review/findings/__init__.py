"""What the rules find: one file a family of rules; `rules` is the list."""
