"""Comments as site and inbox both know them: their files, their text, and who answers whom."""
