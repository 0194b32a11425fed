"""What the months add up to: series, and the views of the Trends screen; `views` is the list."""
