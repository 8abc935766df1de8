document.cookie = "besucht=ja; max-age=31536000";
