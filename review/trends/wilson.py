"""How far a share counted from few cases can be trusted."""

from __future__ import annotations

from math import sqrt

from review.trends.page import Interval

Z_95 = 1.959963984540054
"""The standard normal's 97.5 % point: 95 of 100 such intervals hold the true share."""


def interval(hits: int, cases: int) -> Interval:
    """Give the 95 % Wilson score interval of *hits* in *cases*, at least one case.

    Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22; recommended for small counts by Brown, Cai and DasGupta (2001).
    """
    share, spread = hits / cases, Z_95**2 / cases
    middle = share + spread / 2
    half = Z_95 * sqrt(share * (1 - share) / cases + spread / (4 * cases))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return Interval(0.0 if hits == 0 else low, 1.0 if hits == cases else high)
