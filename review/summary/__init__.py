"""The summary of a session: what was answered, in the order of the steps, as a document of plain text.

It is drawn from a sitting, so that it can be read before finishing as well as years after. What was not answered is
left out; what was answered with "unknown" says so.
"""
