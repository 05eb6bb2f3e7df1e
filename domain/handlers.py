"""Every decision of the domain, gathered so that each command finds its own."""

import domain.access.decisions
import domain.challenges.decisions
import domain.coalitions.decisions
import domain.contacts.decisions
import domain.corrections.decisions
import domain.coverage.decisions
import domain.disputes.decisions
import domain.erasure.decisions
import domain.meetings.decisions
import domain.meetings.spoken_decisions
import domain.membership.decisions
import domain.obligations.decisions
import domain.organisations.decisions
import domain.plans.decisions
import domain.pledges.decisions
import domain.pledges.shift_decisions
import domain.practices.decisions
import domain.profiles.decisions
import domain.rates.decisions
import domain.reminders.decisions
import domain.reports.decisions
import domain.requests.decisions  # noqa: F401 - importing registers
from domain.decision import HANDLERS

__all__ = ["HANDLERS"]
