"""Fresh databases for tests, of both kinds. What `from databases import …` gives is all that other tests need."""

from .fixtures import BOTH, CHOSEN, KINDS, ON_FILES, Databases, database, databases, either_database

__all__ = ["BOTH", "CHOSEN", "KINDS", "ON_FILES", "Databases", "database", "databases", "either_database"]
