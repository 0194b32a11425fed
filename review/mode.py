"""The two modes of the ritual; in a file of its own because the settings know it without knowing the records."""

from __future__ import annotations

from typing import Literal

Mode = Literal["full", "quick"]
"""Every step in full, or only ratings, hours and promises."""
