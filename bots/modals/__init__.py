"""Forms: each builds a modal whose block ids are command field names, and parses what was filled in."""
