"""The rules of Block Kit, as Slack enforces them."""
