"""What the months add up to, on screen and on paper: the eight views of the trends.

The drawing (`ink`, `axis`, `grid`, `bars`, `table`, `frame`, `layout`) knows no screen: it makes lines of pieces, which
the screen colours one way (`contents`) and a command another (`tui.painting`).
"""
