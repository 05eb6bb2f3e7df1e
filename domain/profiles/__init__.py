"""What donors want and can do."""
