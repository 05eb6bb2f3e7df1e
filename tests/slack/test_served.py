"""`ica serve` with Socket Mode: one process, no address for Slack, and honest about the connection."""

from pathlib import Path

from fake_slack import BY_SOCKET, FakeSlack, Human
from outside.server import Server, serving


def test_a_service_without_an_address_is_asked_over_the_socket(slack: FakeSlack, tmp_path: Path) -> None:
    """It says whether it is connected, naming nobody; a kill leaves nothing half done, and it ends in order."""
    tokens = {"ICA_SLACK_BOT_TOKEN": slack.bot_token, "ICA_SLACK_APP_TOKEN": slack.socket.token}
    with serving(tmp_path, ICA_SLACK_API_URL=slack.api_url, **tokens) as server:
        slack.wait_for(lambda fake: fake.socket.links, 20)
        answer = Human(slack, BY_SOCKET, "").command("/ica", "history LAO")
        assert "Lao PDR" in answer.message.words
        assert ready(server) == (200, "ok")
        assert server.http.post("/slack/events").status_code == 404

        slack.fail_next("apps.connections.open", error="internal_error", times=100)
        slack.socket.drop()
        slack.wait_for(lambda fake: [call for call in fake.calls if call.error == "internal_error"], 20)
        status, (said,) = ready(server)
        assert (status, said.split(":")[0]) == (503, "Socket Mode is not connected")
        assert server.end() == 0
    slack.calls.clear()


def ready(server: Server) -> tuple[int, object]:
    """The answer, and what it says of Slack."""
    answer = server.http.get("/readyz")
    return answer.status_code, answer.json()["checks"]["slack"]
