"""The made-up history behind `demo`: two years of a small design studio, told by taking drafts through the ritual.

Every company and person in it is invented.
"""

from review.demo.teller import history as history
