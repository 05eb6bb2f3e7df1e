"""The world the record meets: databases, HTTP, Slack's wire, files and the command line."""
