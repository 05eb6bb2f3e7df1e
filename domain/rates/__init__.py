"""Exchange rates to US dollars."""
