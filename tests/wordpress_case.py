"""A post of the old site, the file it becomes, and its pictures, for whatever moves in from WordPress."""

from __future__ import annotations

from wxr import HOST, attachment, item

UPLOADS = f"{HOST}/wp-content/uploads"
POST = "content/blog/2019-03-01-rechnungen.md"
"""What `item()` becomes."""

PICTURES = (
    item(
        1,
        content=(
            f'<p><img class="size-medium" src="{UPLOADS}/2019/03/foto-300x200.jpg"></p>'
            f'[caption id="a" align="alignleft" width="300"]<a href="{UPLOADS}/2019/03/tisch.png">'
            f'<img src="https://i0.wp.com/www.buero-alt.example/wp-content/uploads/2019/03/tisch-scaled.png?resize=1"></a>'
            ' Mein <em>Tisch</em>[/caption]\n[gallery ids="50,51,99"]\n\n'
            f'<a href="{UPLOADS}/2019/03/preise.pdf">Preise</a>'
        ),
        meta={"_thumbnail_id": "50"},
    ),
    attachment(50, "2019/03/foto.jpg", alt="Ein Foto", caption="Unterschrift"),
    attachment(51, "2019/03/tisch.png"),
    attachment(52, "2019/03/preise.pdf"),
    attachment(53, "2020/01/ungenutzt.jpg"),
)
"""A post that shows pictures in each way there is, the pictures, a file, and a picture that nothing shows."""
