"""How texts that name a person go away while the log stays whole."""
