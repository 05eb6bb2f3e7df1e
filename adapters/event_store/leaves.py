"""The bytes that are hashed for each event, and their RFC 9162 leaf hash."""

import hashlib

from eventsourcing.persistence import StoredEvent


def leaf_bytes(stored: StoredEvent) -> bytes:
    """Stream, version, topic and stored state, a line each: all that an event is, in bytes anyone can read."""
    header = f"ica-ledger event v1\n{stored.originator_id}\n{stored.originator_version}\n{stored.topic}\n"
    return header.encode() + stored.state


def leaf_hash(stored: StoredEvent) -> bytes:
    """SHA-256 over 0x00 and the leaf's bytes (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + leaf_bytes(stored)).digest()
