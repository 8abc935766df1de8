"""What finished pages say where the law wants something said: the Impressum, the privacy page, words in all texts.

The pages of any generator can be judged by most of it (`of_pages`); what settings say is held against them by the rest
(`of_settings`). Changes nothing.
"""
