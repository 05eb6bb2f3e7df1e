"""The workspaces of Slack that this record serves: which there are, by which token each is spoken to, and where."""

from adapters.workspaces.workspaces import NotInstalled, Workspaces, place_of, quiet

__all__ = ["NotInstalled", "Workspaces", "place_of", "quiet"]
