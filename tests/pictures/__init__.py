"""Pictures for the README, drawn from the very blocks that the bot sends."""
