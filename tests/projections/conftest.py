"""The same questions on either database."""

from databases import either_database

__all__ = ["either_database"]
