"""What a visitor who scrolls sets off: what is lazy is asked for only when it comes into sight."""

from __future__ import annotations

from playwright.sync_api import Page


def scroll_to_the_end(page: Page) -> None:
    """Scroll down, and return when what is to be seen there has been drawn, with scripts or without."""
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.screenshot()
