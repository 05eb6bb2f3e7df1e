"""Between a person and the service: what was sent, whether Slack takes the answer, and attacks on the way."""

from .answers import received
from .by_socket import SocketCourier
from .delivery import Answer, Courier, Letter, event, form
from .errors import AnswerRefused, NotPossible
from .payloads import command
from .records import Message, View
from .slack import FakeSlack
from .workspace import VERIFICATION_TOKEN, Channel

BY_SOCKET = "socket"
"""In place of the service's address: everything goes over the connection that it opened."""


class Wire:
    def __init__(
        self, slack: FakeSlack, service_url: str, signing_secret: str, team: str = "", user: str = "U1"
    ) -> None:
        self.slack = slack
        self.strict = True
        self.person = slack.workspace.people.get(user) or slack.workspace.add_person(user)
        self.person.team = team or slack.workspace.team
        if service_url == BY_SOCKET:
            self.courier: Courier = SocketCourier(slack.socket)
        else:
            self.courier = Courier(service_url.rstrip("/") + "/slack/events", signing_secret)

    def compose(self, verb: str = "/ica", text: str = "help", channel: str = "C1") -> Letter:
        """A slash command, not yet sent."""
        with self.slack.changed:
            return form(command(self.slack, self.person, self._place(channel), verb, text))

    def redeliver(self, times: int = 1, reason: str = "http_timeout") -> list[Answer]:
        """The last delivery again, same body, as Slack repeats an event it holds for lost."""
        answers = self.courier.redeliver(times, reason)
        for answer in answers:
            received(answer)
        return [self._taken(answer) for answer in answers]

    def forge(self, letter: Letter | None = None) -> Answer:
        """Signed by somebody without the secret. Nothing here or below is judged: look at `answer.status`."""
        return self.courier.forge(letter or self.compose())

    def unsigned(self, letter: Letter | None = None) -> Answer:
        return self.courier.unsigned(letter or self.compose())

    def stale(self, letter: Letter | None = None, age: int = 301) -> Answer:
        """Rightly signed, but more than five minutes ago."""
        return self.courier.stale(letter or self.compose(), age)

    def tamper(self, letter: Letter | None = None, old: str | None = None, new: str = "U0EVIL") -> Answer:
        """Changed after signing; unless told otherwise, somebody else's name is put in."""
        return self.courier.tamper(letter or self.compose(), old or self.person.id, new)

    def url_verification(self, challenge: str = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P") -> Answer:
        told = {"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"}
        answer = self.courier.deliver(event(told))
        if received(answer):
            back = answer.json.get("challenge") if "json" in answer.content_type else answer.text
            if back != challenge:
                answer.problems.append("the challenge did not come back")
        return self._taken(answer)

    def _taken(self, answer: Answer) -> Answer:
        if answer.problems and self.strict:
            raise AnswerRefused(answer)
        return answer

    def _place(self, channel: str) -> Channel:
        place = self.slack.workspace.channels.get(channel)
        if channel == f"D{self.person.id}":
            place = self.slack.workspace.direct(self.person.id)
        if place is None or self.person.id not in place.members:
            raise NotPossible(f"{self.person.id} is not in {channel}")
        return place

    def _top(self, view: View | str) -> View:
        """A person fills in the topmost modal only."""
        ident = view.id if isinstance(view, View) else view
        top = self.slack.modals.top(self.person.id)
        if top is None or top.id != ident:
            raise NotPossible(f"{ident} is not before {self.person.id}; {top.id if top else 'nothing'} is")
        return top

    def _sees(self, place: Message | View) -> None:
        if isinstance(place, View):
            if self.slack.modals.homes.get(self.person.id) is not place:
                self._top(place)
            return
        self._place(place.channel)
        if place.deleted or place.to not in (None, self.person.id):
            raise NotPossible(f"{self.person.id} does not see this message")
