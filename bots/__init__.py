"""What people say to the record in Slack, and how it answers."""
