"""Passwords for publishing: from the environment, else from the keyring of the system, else typed in. Kept nowhere.

A keyring that is missing or refuses is as good as none. Nothing here prints a secret or puts it into an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

PASSWORD: Final = "SITEGEN_PUBLISH_PASSWORD"  # noqa: S105 -- the name of a variable
SERVICE: Final = "sitegen"

Ask = Callable[[str], str]
"""Asks the owner for the password to the account named, without showing it; empty where nobody can be asked."""


def password_for(account: str, *, environment: Mapping[str, str]) -> str:
    """The password for `account` („u123@host"); empty where there is none."""
    return environment.get(PASSWORD, "") or _from_keyring(account)


def _from_keyring(account: str) -> str:
    try:
        import keyring

        return keyring.get_password(SERVICE, account) or ""
    except Exception:  # noqa: BLE001 -- back ends of keyring raise what they like
        return ""
