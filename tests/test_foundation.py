"""What a newcomer relies on: the set-up, the pinned packages, the files served from here, the sample settings."""

import hashlib
import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from adapters.settings import Settings

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "adapters" / "http" / "static" / "vendor"
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def plain(requirement: str) -> str:
    """The package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


@pytest.fixture
def make(tmp_path):
    """Runs make with an empty home for its virtual environment, on a machine made of the commands given."""
    commands = tmp_path / "bin"
    commands.mkdir()

    def run(*arguments: str, **machine: str) -> subprocess.CompletedProcess[str]:
        for name, script in machine.items():
            (commands / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
            (commands / name).chmod(0o755)
        return subprocess.run(
            ["make", "--no-print-directory", f"VENV={tmp_path}/venv", *arguments],
            cwd=ROOT,
            env={"PATH": f"{commands}:{os.environ['PATH']}", "LC_ALL": "C"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


class TestSetUp:
    """`make` on a machine that lacks something."""

    NO_VENV = 'case "$*" in *ensurepip*) exit 1;; esac'

    def test_who_may_not_install_is_told_the_line_to_run(self, make):
        """Whoever is neither root nor in sudoers can hand one line to somebody who is."""
        told = make("test", "CHROMIUM=/nowhere", python3=self.NO_VENV, id="echo 1000", sudo="exit 1")

        assert told.returncode == 2
        assert "\n    apt-get update && apt-get install -y --no-install-recommends python3-venv chromium" in told.stderr

    def test_who_may_install_need_not_know(self, make, tmp_path):
        """Root and passwordless sudo get what is missing without being asked."""
        make(
            "run",
            python3=self.NO_VENV,
            id="echo 1000",
            sudo='shift; exec "$@"',
            **{"apt-get": f'echo "$*" >> {tmp_path}/apt'},
        )

        assert "python3-venv" in (tmp_path / "apt").read_text("utf-8")

    def test_serving_needs_no_browser(self, make):
        """Chromium is asked for by the tests alone."""
        told = make("run", "CHROMIUM=/nowhere", python3=self.NO_VENV, id="echo 1000", sudo="exit 1")

        assert "chromium" not in told.stderr

    def test_help_lists_every_target(self, make):
        """A target that is not listed is not found."""
        phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
        listed = re.findall(r"^make (\w+) +\S", make("help").stdout, re.MULTILINE)

        assert set(listed) == set(phony) - {"system"}


class TestLock:
    """requirements.lock installs the same packages everywhere, and nothing else."""

    def test_every_package_is_pinned_with_hashes(self):
        """A line is an exact version with its hashes: no address, no option."""
        package = r"[\w.-]+(\[[\w,-]+\])?==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n"
        assert re.fullmatch(f"({package})+", LOCK)

    def test_what_the_project_asks_for_is_in_it(self):
        """A package named in pyproject.toml and not locked would be missing on a new machine."""
        asked = [
            *PROJECT["project"]["dependencies"],
            *PROJECT["dependency-groups"]["dev"],
            *PROJECT["build-system"]["requires"],
        ]
        locked = {plain(line) for line in LOCK.splitlines() if not line.startswith(" ")}
        assert {plain(requirement) for requirement in asked} <= locked


class TestVendoredAssets:
    """Pages load nothing from the internet: what others made is served from here."""

    RECORDED = dict(
        re.findall(
            r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text("utf-8"), re.MULTILINE
        )
    )

    def test_each_file_is_the_one_recorded(self):
        """The README's sums are those of the files, and no file is without one."""
        files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
        del files["README.md"]
        assert files == self.RECORDED


class TestDeployment:
    """The samples under deploy/ fit the service."""

    def test_every_setting_is_shown_under_a_line_that_explains_it(self):
        """The sample shows what the service reads and, apart, what it does not yet: no one sets a thing in vain."""
        sample = (ROOT / "deploy" / "ica.env.example").read_text("utf-8")
        read, not_yet = (re.findall(r"^# .+\n#(ICA_\w+)=", part, re.MULTILINE) for part in sample.split("\n# ---"))

        assert len(read) + len(not_yet) == sample.count("\n#ICA_")
        assert sorted(read) == sorted(f"ICA_{name.upper()}" for name in Settings.model_fields)
        assert not set(read) & set(not_yet)

    def test_slack_sends_everything_to_one_address(self):
        """Commands, events and clicks reach the one address that the service has for Slack."""
        manifest = (ROOT / "deploy" / "slack-manifest.json").read_text("utf-8")
        assert json.loads(manifest)["settings"]["socket_mode_enabled"] is False
        assert set(re.findall(r'"https://[^"]+"', manifest)) == {'"https://ica.example.org/slack/events"'}
