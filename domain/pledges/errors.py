"""Why a pledge, a payment or a shift is refused."""

from domain.errors import DomainError


class BeyondTheRecord(DomainError):
    """What is on record does not allow it. The sentence may tell figures; the rule alone tells none."""


class OwnSupport(DomainError):
    """A State's own money is national investment, not a pledge."""

    field = "donor"


class AmountMustBePositive(DomainError):
    """An amount of zero says nothing: leave the money out where the amount is unknown."""

    field = "money"


class TranchesDoNotAddUp(DomainError):
    """The tranches must be in the pledge's currency and add up to its money."""

    field = "tranches"


class OtherStatesRequest(DomainError):
    """This request is another State's: name a request of the State that the pledge is for."""

    field = "request_id"


class PledgeRetracted(DomainError):
    """This pledge was retracted: make the pledge anew."""

    field = "pledge_id"


class ReversalExceedsAmount(BeyondTheRecord):
    """No more can be reversed than was recorded."""

    field = "money"


class ReasonMissing(DomainError):
    """Say the reason and whose words it is, or mark the shift as unexplained."""

    field = "reason"


class ReasonAndUnexplained(DomainError):
    """A shift with a reason is not unexplained: leave out one of the two."""

    field = "unexplained"


class ReasonWithoutSource(DomainError):
    """Say whose words the reason is: donor_stated, recipient_account or coordinator_inference."""

    field = "reason_source"


class NotYourWords(DomainError):
    """Whose words these are must fit who says them."""

    field = "reason_source"


class NoWhereto(DomainError):
    """A redirect names the State that the support goes to; other shifts do not."""

    field = "to_state"


class OtherCurrency(BeyondTheRecord):
    """A shift is in the currency of its pledge."""

    field = "money"


class CutExceedsPledge(BeyondTheRecord):
    """Cuts, redirects and an end take only what is pledged or committed and not yet paid."""

    field = "money"


class SeveralPledges(DomainError):
    """There are several live pledges: say which by its pledge_id."""

    field = "pledge_id"


class OtherPledge(DomainError):
    """This pledge is of another donor or for another State."""

    field = "pledge_id"


class SupportAlreadyEnded(BeyondTheRecord):
    """This support has already ended."""

    field = "pledge_id"
