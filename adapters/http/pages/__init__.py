"""Pages for people: the answers of the API as HTML, without scripts, at the same addresses."""
