"""Tokens as they lie in the database: closed to whoever has it, or a backup of it, and not the client's secret."""

import copy
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore

_PURPOSE = b"ica-ledger: tokens of workspaces"
_OPEN = "xox"
"""So a token begins that was kept before tokens were sealed."""


class Seal:
    """By the secret that Slack gave the client, which stands in the settings alone."""

    def __init__(self, secret: str) -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(secret.encode())
        self._box = Fernet(urlsafe_b64encode(derived))

    def closed(self, token: str) -> str:
        """As it is kept."""
        return self._box.encrypt(token.encode()).decode()

    def opened(self, kept: str) -> str | None:
        """The token; None where it was sealed by another secret."""
        if kept.startswith(_OPEN):
            return kept
        try:
            return self._box.decrypt(kept.encode()).decode()
        except InvalidToken:
            return None


class SealedStore(SQLAlchemyInstallationStore):
    """The SDK's store, into which no token goes as Slack gave it."""

    seal: Seal

    def save(self, installation: Installation) -> None:
        """Keep who installed the bot."""
        kept = copy.copy(installation)
        for name in ("bot_token", "user_token"):
            if token := getattr(kept, name):
                setattr(kept, name, self.seal.closed(token))
        super().save(kept)
