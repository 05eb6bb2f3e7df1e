"""Who is calling: bearer tokens and people in Slack become actors with roles."""
