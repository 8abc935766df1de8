"""Hosts that a fault has a better cure for than a declaration: what can lie on the own site just as well."""

from __future__ import annotations

from typing import Final

FONTS: Final = frozenset(
    {
        *("fonts.googleapis.com", "fonts.gstatic.com", "fonts.bunny.net", "use.typekit.net", "p.typekit.net"),
        *("fast.fonts.net", "use.fontawesome.com", "kit.fontawesome.com", "ka-f.fontawesome.com", "rsms.me"),
    }
)
LIBRARIES: Final = frozenset(
    {
        *("cdn.jsdelivr.net", "unpkg.com", "cdnjs.cloudflare.com", "ajax.googleapis.com", "code.jquery.com"),
        *("stackpath.bootstrapcdn.com", "maxcdn.bootstrapcdn.com", "netdna.bootstrapcdn.com", "cdn.tailwindcss.com"),
        *("esm.sh", "esm.run", "cdn.skypack.dev", "ga.jspm.io", "ajax.aspnetcdn.com", "cdn.statically.io"),
        *("polyfill.io", "cdn.polyfill.io", "cdnjs.com"),
    }
)
PREVIEWS: Final = frozenset(
    {
        *("i.ytimg.com", "i1.ytimg.com", "i2.ytimg.com", "i3.ytimg.com", "i4.ytimg.com", "img.youtube.com"),
        *("i.vimeocdn.com", "vumbnail.com", "i.scdn.co", "maps.googleapis.com", "tile.openstreetmap.org"),
        *("a.tile.openstreetmap.org", "b.tile.openstreetmap.org", "c.tile.openstreetmap.org"),
        *("secure.gravatar.com", "www.gravatar.com", "gravatar.com"),
    }
)
"""Pictures that stand for something, as the first frame of a video or a face."""
