"""`ica` as a real process."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ICA = Path(sys.executable).with_name("ica")


@dataclass(frozen=True)
class Done:
    """What a finished command left behind."""

    code: int
    out: str
    err: str

    @property
    def last_line(self) -> str:
        """Where `ica token create` puts the token."""
        return self.out.splitlines()[-1]


@dataclass(frozen=True)
class CommandLine:
    """`ica` in a folder of its own, on one database."""

    folder: Path
    database: Path

    def environment(self, **also: str) -> dict[str, str]:
        """What the process sees: nothing of the tester's own ICA_ settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ICA_")}
        return kept | {"ICA_DATABASE_URL": f"sqlite:///{self.database}", "COLUMNS": "100"} | also

    def __call__(self, *words: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
        """Run `ica` with these words and wait for its end."""
        ended = subprocess.run(
            [ICA, *map(str, words)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            env=self.environment(**env or {}),
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Done(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def done(self, *words: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Done:
        """Run what must succeed."""
        ended = self(*words, stdin=stdin, env=env)
        assert ended.code == 0, ended
        return ended
