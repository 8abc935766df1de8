SITENAME = "Büro Beispiel"
SITEURL = "https://www.beispiel-buero.de"
PATH = "content"
ARTICLE_URL = "{date:%Y}/{slug}.html"
ARTICLE_SAVE_AS = ARTICLE_URL
