"""Files of comments that nobody of ours has written: the owner is told, and the page and other comments stay."""

from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from comment_case import MORNING, PAGE, comment, commented, element, heading, ulid
from site_case import codes
from sitegen.model.comments.comment import LARGEST
from sitegen.model.comments.file import comment_bytes


def test_a_broken_file_leaves_the_page_and_the_other_comments_alone(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1))
    site.write(f"content/comments/rechnungen/{ulid(2)}.md", "---\n!!python/object:os.system {{ kaputt }}\n---\n")
    result = site.build()
    assert (result.written, set(codes(result))) == (True, {"SG743", "SG746"})
    assert heading(site) == "1\u00a0Kommentar"


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1))
    path = tmp_path / f"content/comments/rechnungen/{ulid(2)}.md"
    with path.open("wb") as file:
        file.truncate(LARGEST * 100_000)  # a hole: reading it would take all memory
    result = site.build()
    assert (result.written, codes(result)) == (True, ["SG740"])


def test_links_are_not_followed(tmp_path: Path) -> None:
    site = commented(tmp_path / "site", comment(1))
    folder = site.root / "content/comments/rechnungen"
    secret = site.write("hinterzimmer/geheim.md", comment_bytes(comment(2, text="Geheim")).decode()).root
    (folder / f"{ulid(2)}.md").symlink_to(secret / "hinterzimmer/geheim.md")
    (folder.parent / "ablage").symlink_to(secret / "hinterzimmer")
    result = site.build()
    assert (result.written, codes(result)) == (True, ["SG756", "SG756"])
    assert "Geheim" not in "".join(map(str, site.files().values()))


def test_a_folder_of_comments_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1))
    (tmp_path / "content/comments").rename(tmp_path / "anderswo")
    (tmp_path / "content/comments").symlink_to(tmp_path / "anderswo")
    result = site.build()
    assert codes(result) == ["SG756"]
    assert not site.main(PAGE).css("#kommentare")


def test_no_text_may_show_the_file_of_a_comment(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(1))
    site.post("2026-11-03-verweis", f"[Roh](../comments/rechnungen/{ulid(1)}.md)", title="Verweis")
    assert codes(site.build()) == ["SG301"]


@pytest.mark.parametrize(
    "text", ["Schreiben Sie mir: anna@example.org", "<anna@bücher.example>", "[x](mailto:a.b+c@d-e.de)"]
)
def test_the_writer_takes_addresses_out(text: str, tmp_path: Path) -> None:
    site = commented(tmp_path, comment(name=f"Anna {text}", text=text)).built()
    assert "@" not in element(site, 1).html.replace("post@example.org", "")  # type: ignore[union-attr]
    assert "[E-Mail-Adresse entfernt]" in element(site, 1).text()


def test_a_name_in_the_fediverse_is_no_address(tmp_path: Path) -> None:
    site = commented(tmp_path, comment(text="Mehr bei @anna@social.example")).built()
    assert "@anna@social.example" in element(site, 1).text()


def test_an_address_is_an_error_and_not_repeated(tmp_path: Path) -> None:
    site = commented(tmp_path)
    raw = comment_bytes(comment(text="Danke")).decode().replace("Danke", "Danke\nanna@example.org")
    result = site.write(comment().path, raw).build()
    assert (result.written, codes(result)) == (False, ["SG751"])
    assert "Zeile\u00a011" in site.report(result).replace("\n      ", " ")
    assert "anna@" not in site.report(result)


def git(root: Path, *arguments: str) -> None:
    command = ("git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments)
    subprocess.run(command, check=True, capture_output=True)


def test_a_pending_comment_that_git_knows_is_an_error(tmp_path: Path) -> None:
    site = commented(tmp_path)
    pending = f"content/comments/_pending/rechnungen/{ulid(1)}.md"
    site.write(pending, comment_bytes(comment(text="Wartet")).decode())
    assert not codes(site.build())
    git(tmp_path, "init", "--quiet")
    assert not codes(site.build())
    git(tmp_path, "add", "--force", pending)
    result = site.build()
    assert [(found.code, found.span.file) for found in result.findings] == [("SG752", pending)]
    assert "Wartet" not in "".join(map(str, site.files().values()))


def test_dates_beyond_reason_are_refused_before_they_break_a_page(tmp_path: Path) -> None:
    site = commented(tmp_path)
    for number, date in enumerate((datetime.max, datetime.min, MORNING), 1):  # noqa: DTZ901 - that is the point
        text = comment_bytes(comment(number)).decode().replace("2026-11-02", f"{date:%Y-%m-%d}".zfill(10))
        site.write(comment(number).path, text)
    result = site.build()
    assert (result.written, codes(result)) == (True, ["SG747", "SG747"])
