"""The drawn parts that every screen shares. They know nothing of the app: values in, messages out."""
