"""Where parties disagree about what is on record: the disagreement is a fact of its own."""
