"""Who may use the record: tokens and people."""
