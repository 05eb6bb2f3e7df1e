"""How fast, side by side in one run: ratios tell, absolute figures are those of the machine."""
