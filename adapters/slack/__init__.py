"""The wire to Slack: HTTP in, Web API out."""
