"""Experience that one State shares with others."""
