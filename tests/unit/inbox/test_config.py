from __future__ import annotations

import sys
from base64 import b64encode
from pathlib import Path

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.inbox.config import InboxConfig
from sitegen.inbox.config_checks import missing_variables
from sitegen.inbox.config_file import load_config
from sitegen.inbox.environment import read_secrets

KEY = b64encode(bytes(range(32))).decode()

GOOD = """\
address: https://eingang.mein-buero.example/
sites:
  - id: mein-buero
    manifest: https://www.mein-buero.example/inbox.json
    owner: post@mein-buero.example
mail:
  host: smtp.mein-anbieter.example
  sender: eingang@mein-buero.example
"""


def loaded(folder: Path, text: str) -> tuple[InboxConfig | None, list[str]]:
    """The settings and the codes of what was found."""
    path = folder / "inbox.yaml"
    path.write_text(text, "utf-8")
    result = load_config(path)
    for finding in result.findings:
        assert "{" not in finding.message + finding.cure
    return result.config, [f"{found.code}:{found.span.line}" for found in result.findings]


def test_a_small_file_is_enough_and_its_paths_are_meant_from_its_folder(tmp_path: Path) -> None:
    config, findings = loaded(tmp_path, GOOD.replace("https://www.mein-buero.example/inbox.json", "public/inbox.json"))
    assert findings == []
    assert config is not None
    assert config.database == str(tmp_path / "inbox.sqlite")
    assert config.sites[0].manifest == str(tmp_path / "public/inbox.json")
    assert config.hooks.folder == ""
    assert config.sites[0].publish.folder == ""


def test_addresses_are_no_paths(tmp_path: Path) -> None:
    config, _ = loaded(tmp_path, f"{GOOD}database: postgresql://inbox@db.example/inbox\n")
    assert config is not None
    assert config.database == "postgresql://inbox@db.example/inbox"
    assert config.sites[0].manifest == "https://www.mein-buero.example/inbox.json"


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("owner: post@mein-buero.example", "owner: a@b.example, c@d.example", "SG774:5"),
        ("sender: eingang@mein-buero.example", "sender: eingang", "SG774:8"),
        ("    owner:", "    publish:\n      to: git\n    owner:", "SG775:6"),
        ("    owner:", "    publish:\n      to: folder\n    owner:", "SG775:6"),
        ("    owner:", "    publish:\n      to: folder\n      folder: nirgends\n    owner:", "SG776:7"),
        ("mail:", "hooks:\n  folder: nirgends\nmail:", "SG776:7"),
        ("address: https:", "address: http:", "SG777:1"),
        ("manifest: https:", "manifest: http:", "SG777:4"),
        ("mail:", "hooks:\n  webhooks:\n    - url: http://hooks.example/x\nmail:", "SG777:8"),
        ("mail:", "  - id: mein-buero\n    manifest: b.json\n    owner: b@b.example\nmail:", "SG778:6"),
        ("sites:", "database: postgresql://inbox:geheim@db.example/inbox\nsites:", "SG779:0"),
        ("sites:", "database: postgresql://db.example/inbox?password=geheim\nsites:", "SG779:0"),
        ("sender:", "security: none\n  sender:", "SG781:8"),
        ("mail:", "proxies: 127.0.0.1, mein-proxy\nmail:", "SG782:6"),
        ("    owner:", "    origins: https://www.mein-buero.example/\n    owner:", "SG783:5"),
        (
            "mail:",
            "hooks:\n  webhooks:\n    - url: https://hooks.example/x\n      events: comment.aproved\nmail:",
            "SG784:9",
        ),
        (
            "    owner:",
            "    publish:\n      to: git\n      remote: https://eva:geheim@forge.example/x.git\n    owner:",
            "SG787:0",
        ),
        ("address:", "adress:", "SG102:1"),
        ("id: mein-buero", "id: Mein Büro", "SG152:3"),
    ],
)
def test_each_fault_is_found_where_it_stands(tmp_path: Path, old: str, new: str, finding: str) -> None:
    config, findings = loaded(tmp_path, GOOD.replace(old, new, 1))
    assert findings == [finding]
    assert config is None


def test_no_secret_is_repeated_in_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "inbox.yaml"
    path.write_text(GOOD.replace("sites:", "database: postgresql://inbox:geheim@db.example/inbox\nsites:"), "utf-8")
    (finding,) = load_config(path).findings
    assert "geheim" not in finding.message + finding.cure + str(finding.facts)
    assert finding.span.line == 0  # else the line would be shown


def test_for_postgresql_a_part_of_the_program_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # what a library that is not installed looks like
    config, findings = loaded(tmp_path, f"{GOOD}database: postgresql://inbox@db.example/inbox\n")
    assert config is None
    assert findings == ["SG790:9"]


def test_on_the_same_machine_nothing_need_be_encrypted(tmp_path: Path) -> None:
    local = GOOD.replace("https://eingang.mein-buero.example/", "http://127.0.0.1:8080/")
    local = local.replace("smtp.mein-anbieter.example", "localhost\n  security: none")
    assert loaded(tmp_path, local)[1] == []


def test_without_mail_nobody_is_told_but_it_runs(tmp_path: Path) -> None:
    config, findings = loaded(tmp_path, GOOD.partition("mail:")[0])
    assert config is not None
    assert findings == ["SG785:0"]


def test_without_a_site_there_is_nothing_to_do(tmp_path: Path) -> None:
    config, findings = loaded(
        tmp_path, "address: https://e.example/\nsites: []\nmail:\n  host: h\n  sender: a@b.example\n"
    )
    assert config is None
    assert findings == ["SG780:2"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = load_config(tmp_path / "inbox.yaml")
    assert result.config is None
    assert codes(result.findings) == ["SG773"]


def test_a_file_that_is_no_text_or_a_list(tmp_path: Path) -> None:
    path = tmp_path / "inbox.yaml"
    path.write_bytes(b"address: \xff\n")
    assert codes(load_config(path).findings) == ["SG101"]
    path.write_text("- address\n", "utf-8")
    assert codes(load_config(path).findings) == ["SG115"]


def codes(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [found.code for found in findings]


def test_keys_are_read_in_their_order_and_in_both_alphabets() -> None:
    other = "-_" + "A" * 41
    read = read_secrets({"SITEGEN_INBOX_KEYS": f"k2:{other} k1:{KEY}", "SITEGEN_FORM_KEY": " abc "})
    assert read.findings == ()
    assert read.secrets is not None
    assert [key.kid for key in read.secrets.keys] == ["k2", "k1"]
    assert read.secrets.keys[1].secret == bytes(range(32))
    assert read.secrets.form_key == b"abc"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("", "SG770"),
        ("   ", "SG770"),
        (KEY, "SG771"),
        (f"K1:{KEY}", "SG771"),
        (f"k1:{KEY[:20]}", "SG771"),
        ("k1:ä", "SG771"),
        (f"k1:{KEY} k1:{KEY}", "SG772"),
    ],
)
def test_keys_that_are_no_keys(keys: str, code: str) -> None:
    read = read_secrets({"SITEGEN_INBOX_KEYS": keys})
    assert read.secrets is None
    assert codes(read.findings) == [code]
    assert keys.strip() == "" or keys not in read.findings[0].message + read.findings[0].cure


def test_secrets_are_never_shown() -> None:
    secrets = read_secrets({"SITEGEN_INBOX_KEYS": f"k1:{KEY}", "SITEGEN_SMTP_PASSWORD": "geheim"}).secrets
    assert "geheim" not in repr(secrets)
    assert secrets is not None
    assert repr(secrets.keys[0]) == "Key('k1')"


def test_what_the_settings_need_of_the_environment(tmp_path: Path) -> None:
    hooked = GOOD.replace("mail:", "hooks:\n  webhooks:\n    - url: https://hooks.example/x\nmail:\n  user: eva")
    config, _ = loaded(tmp_path, hooked)
    assert config is not None
    assert codes(tuple(missing_variables(config, {}))) == ["SG786", "SG788", "SG789"]
    there = dict.fromkeys(("SITEGEN_SMTP_PASSWORD", "SITEGEN_EXPORT_TOKEN", "SITEGEN_WEBHOOK_SECRET"), "x")
    assert tuple(missing_variables(config, there)) == ()
