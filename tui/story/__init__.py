"""A prospect's story: everything ever said about one prospect, month by month."""
