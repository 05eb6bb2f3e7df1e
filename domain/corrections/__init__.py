"""How mistakes are mended without losing what was written."""
