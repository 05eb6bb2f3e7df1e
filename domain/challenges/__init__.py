"""What makes implementation hard, as a State reports it."""
