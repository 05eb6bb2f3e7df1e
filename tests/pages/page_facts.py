"""What the pages tell of: one State's story with every turn a page must show, and texts that mean harm."""

from dataclasses import dataclass, field
from typing import Any

from builders import COORDINATOR, Kept, euros
from pages import treaty_facts

from adapters.auth.access import digest_of
from domain.actor import Actor

OPERATOR = Actor("cli:ana", operator=True)
HARM = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
RIGHT_TO_LEFT = "تطهير الحقول \u202eشمال المدينة"
UNKNOWN_ID = "00000000-0000-5000-8000-000000000000"


@dataclass
class Told:
    """Records one command after another; the day of recording is set by the clock."""

    record: Kept
    ids: dict[str, str] = field(default_factory=dict)

    def on(self, day: str) -> None:
        """The day on which what follows is recorded."""
        self.record.clock.set(day)

    def __call__(self, name: str, command: str, **body: Any) -> str:
        """Record it under a name by which tests find it."""
        body.setdefault("visibility", "public")
        receipt = self.record.record(COORDINATOR, command, body, name)
        self.ids[name] = str(receipt.id)
        self.ids[f"event of {name}"] = str(receipt.event_ids[0])
        return str(receipt.id)


def tell(record: Kept) -> dict[str, str]:
    """XAA asks; XBB pledges, pays, and cuts twice; XBC pledges what nobody may know yet."""
    told = Told(record)
    _asked_and_paid(told)
    treaty_facts.planned(told)
    _left(told)
    treaty_facts.met(told)
    _put_right(told)
    _harm(told)
    _long(told)
    for role, parties in (("coordinator", None), ("reader", None), ("state", ["XAA"]), ("donor", ["XBB"])):
        body = {"role": role, "digest": digest_of(f"ica_{role}")} | ({"parties": parties} if parties else {})
        record.record(OPERATOR, "create-token", body, f"token-{role}")
    record.projector.catch_up()
    return told.ids


def _asked_and_paid(told: Told) -> None:
    told.on("2025-02-03")
    letter = {"kind": "letter", "ref": "Note 7/25", "url": "https://example.org/note-7", "title": "Note verbale 7/25"}
    told(
        "request", "submit-request", state="XAA", article=4, nature=["financial", "technical"], source=letter,
        need="Clear the northern districts.", money=euros(900000), occurred_on="2025-02-03", reported_by="XAA",
    )  # fmt: skip
    told("rate", "record-rate", currency="EUR", usd_rate="1.25", on="2025-01-01", source={"kind": "other", "ref": "UN"})
    told(
        "pledge", "make-pledge", donor="XBB", state="XAA", money=euros("1200000"), occurred_on="2025-02-03",
        request_id=told.ids["request"], article=4,
    )  # fmt: skip
    told("commitment", "commit-pledge", pledge_id=told.ids["pledge"], money=euros(600000), signed_on="2025-02-03")
    told("payment", "disburse-pledge", pledge_id=told.ids["pledge"], money=euros(40000), paid_on="2025-02-03")
    told("receipt", "report-receipt", pledge_id=told.ids["pledge"], money=euros(39000), received_on="2025-02-03")
    francs = {"amount": "777777", "currency": "CHF"}
    told("unannounced", "make-pledge", donor="XBC", state="XAA", money=francs, visibility="coordinators")
    kroner = {"amount": "5000", "currency": "NOK"}
    told("kroner", "make-pledge", donor="XBD", state="XAA", money=kroner)


def _left(told: Told) -> None:
    told.on("2025-03-03")
    about = {"donor": "XBB", "state": "XAA", "pledge_id": told.ids["pledge"]}
    told("cut", "shift-support", **about, direction="cut", money=euros(100000), unexplained=True)
    told("second cut", "shift-support", **about, direction="cut", money=euros(50000), unexplained=True)
    told.on("2025-04-10")
    told("asked", "ask-explanation", shift_id=told.ids["cut"], asked_of="XBB")
    told("briefing", "record-contact", state="XAA", donor="XBB", kind="briefing", on="2025-02-20")
    told(
        "inference", "explain-shift", shift_id=told.ids["cut"], reason="memory_lost", visibility="coordinators",
        reason_text="Nobody there knows the file.", reason_source="coordinator_inference",
    )  # fmt: skip
    told(
        "account", "explain-shift", shift_id=told.ids["cut"], reason="profile_moved",
        reason_text="Another crisis took their eyes.", reason_source="recipient_account", reported_by="XAA",
    )  # fmt: skip
    told(
        "late word", "explain-shift", shift_id=told.ids["second cut"], reason="budget", reported_by="XBB",
        reason_text="The budget fell by a fifth.", reason_source="donor_stated", source={"kind": "letter", "ref": "9"},
    )  # fmt: skip


def _put_right(told: Told) -> None:
    told.on("2025-05-05")
    told(
        "correction", "correct", event_id=told.ids["event of payment"], changes={"money": euros(400000)},
        why="A zero was lost.",
    )  # fmt: skip
    told("mistaken", "record-contact", state="XAA", donor="XBB", kind="letter", on="2025-03-01")
    told("retraction", "correct", event_id=told.ids["event of mistaken"], retract=True, why="It never was sent.")


def _harm(told: Told) -> None:
    source = {"kind": "press", "ref": f"{HARM} {RIGHT_TO_LEFT}", "title": HARM, "url": "javascript:alert(1)"}
    told(
        "harm", "submit-request", state="XAC", article=5, nature=["material"], need=f"{RIGHT_TO_LEFT} {HARM}",
        source=source, note=HARM,
    )  # fmt: skip


def _long(told: Told) -> None:
    for day in range(1, 29):
        for kind in ("letter", "visit"):
            told(f"{kind} {day}", "record-contact", state="XAD", donor="XBB", kind=kind, on=f"2025-01-{day:02}")
