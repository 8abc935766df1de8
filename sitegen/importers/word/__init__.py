"""Texts from word processors (.docx, .txt, .html) become the text of a post, their pictures files beside it.

Fonts, colours and positions stay behind. Everything that is read counts as hostile.
"""
