"""The walls between the rooms stand: each contract of pyproject.toml is seen to break on an import that it forbids."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT = Path(sys.executable).with_name("lint-imports")
ROOMS = ("domain", "projections", "bots", "adapters")
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}

# Contract, then the files planted: each a module that holds one import, or is empty to be imported.
PLANTS: list[tuple[str, dict[str, str]]] = [
    ("direction", {"domain.planted": "projections"}),
    ("direction", {"projections.planted": "bots"}),
    ("direction", {"bots.planted": "adapters"}),
    ("pure-core", {"domain.planted": "logging"}),
    ("pure-core", {"projections.planted": "fastapi"}),
    ("pure-domain", {"domain.planted": "sqlalchemy"}),
    ("pure-domain", {"domain.planted": "babel"}),
    ("pure-domain", {"domain.names.planted": "sqlalchemy"}),
    ("events-only", {"projections.planted": "domain.coordination"}),
    ("events-only", {"projections.planted": "domain.requests.commands"}),
    ("events-only", {"projections.planted": "domain.requests.decisions"}),
    *(
        ("aggregates-hidden", {"adapters.planted": aggregate})
        for aggregate in CONTRACTS["aggregates-hidden"]["protected_modules"]
    ),
    ("bots-through-services", {"bots.planted": "domain.coordination"}),
    ("bots-through-services", {"bots.planted": "domain.requests.events"}),
    ("bots-through-services", {"bots.planted": "eventsourcing"}),
    ("views-behind-queries", {"projections.planted_view": "", "adapters.planted": "projections.planted_view"}),
    ("views-behind-queries", {"projections.planted_view": "", "bots.planted": "projections.planted_view"}),
    ("edges-apart", {"adapters.http.planted": "adapters.slack"}),
    ("edges-apart", {"adapters.importers.planted": "adapters.exporters"}),
    ("acyclic", {"domain.planted_hen": "domain.planted_egg", "domain.planted_egg": "domain.planted_hen"}),
    ("acyclic", {"bots.planted_hen": "bots.planted_egg", "bots.planted_egg": "bots.planted_hen"}),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the four packages and of the contracts."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for room in ROOMS:
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__", "static"))
    return copy


@pytest.fixture(scope="module")
def broken_before(house: Path) -> set[str]:
    """What is broken without any plant."""
    return broken(house)


@pytest.fixture
def plant(broken_before: set[str]) -> Iterator[dict[Path, str]]:
    """What a test plants is gone after it."""
    planted: dict[Path, str] = {}
    yield planted
    for path in planted:
        path.unlink()


def broken(house: Path) -> set[str]:
    """The names of the contracts that lint-imports finds broken; none when it is content."""
    run = subprocess.run([LINT, "--no-logo"], cwd=house, capture_output=True, text=True, encoding="utf-8", check=False)
    said = re.sub(r"\s+", " ", run.stdout)
    names = {contract["name"] for contract in CONTRACTS.values() if f"{contract['name']} BROKEN" in said}
    assert (run.returncode == 0) == (not names), run.stdout + run.stderr
    return names


def test_the_walls_stand(broken_before):
    """No import of the code as it is breaks a contract."""
    assert broken_before == set()


@pytest.mark.parametrize(("contract", "modules"), PLANTS, ids=[contract for contract, _ in PLANTS])
def test_a_forbidden_import_breaks_its_contract_and_no_other(house, broken_before, plant, contract, modules):
    """Each wall notices an import through it, and says which wall it is."""
    for module, imported in modules.items():
        path = house / (module.replace(".", "/") + ".py")
        path.write_text(f"import {imported}\n" if imported else "", "utf-8")
        plant[path] = imported

    assert broken(house) - broken_before == {CONTRACTS[contract]["name"]}


def test_every_contract_is_tried():
    """A contract nobody has seen break may forbid nothing."""
    assert {contract for contract, _ in PLANTS} == set(CONTRACTS)


def test_no_aggregate_is_left_out():
    """Whatever a noun of the domain remembers as a record is behind the wall of the aggregates."""
    aggregates = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "domain").glob("*/*.py")
        if re.search(r"^class \w+\(Record\)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert aggregates == set(CONTRACTS["aggregates-hidden"]["protected_modules"])
