"""The log: an append-only event store with leaf hashes, ids, idempotency keys and erasable texts."""
