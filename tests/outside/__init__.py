"""The product as its users meet it: a server process, callers with tokens, and the command line."""
