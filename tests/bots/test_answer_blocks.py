"""The same answer for Slack and for a terminal: valid, paged, harmless."""

from builders import Kept, a_request, a_shift, euros
from fake_slack.kit.surfaces import check_message_blocks
from fake_slack.kit.walk import words_of
from halvora import asking


class TestSlackForm:
    """The same answer as Block Kit: valid, paged, escaped once."""

    def test_every_answer_is_valid_block_kit(self, ask):
        """Refusals and help included, Slack takes each as it is."""
        questions = [
            "",
            "help",
            "help why",
            "why XBB XAA",
            "history XAA",
            "requests",
            "shifts",
            "pledges",
            "histroy",
            "?",
        ]
        for question in questions:
            assert check_message_blocks(ask(question).blocks)

    def test_ten_of_many_are_shown_with_a_link_to_all(self, record: Kept):
        """Of two hundred requests the latest ten, how many more there are, and the page; the terminal shows all."""
        for number in range(200):
            record.writer.submit(a_request(need=f"Need {number:03}: " + "<&> " * 300, money=euros(1000 + number)))
        record.handle(a_request(need="The last need."))
        answer = asking(record)("requests XAA open")
        shown = "\n".join(words_of(check_message_blocks(answer.blocks)))

        assert "201 open requests" in shown
        assert "The last need." in shown
        assert "Need 199" in shown
        assert "Need 000" not in shown
        more = next(line for line in shown.splitlines() if "earlier on" in line)
        assert int(more.split()[0]) + shown.count("assistance under") == 201
        assert "https://ica.example/requests?state=XAA&amp;open=true" in more
        assert answer.text.count("assistance under") == 201

    def test_what_people_wrote_is_escaped_once_and_arrives(self, record: Kept):
        """Neither a ping nor a link can be written into the record, and every letter arrives, in any script."""
        need = "ສະບາຍດີ <!channel> & <https://x.example|here> مرحبا &amp; 老挝 *bold*"
        record.handle(a_request(need=need))
        answer = asking(record)("requests XAA")
        shown = "\n".join(words_of(check_message_blocks(answer.blocks)))

        escaped = need.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert escaped in shown
        assert need in answer.text

    def test_words_on_record_never_steer_a_terminal(self, record: Kept):
        """Control characters are blanks in the terminal's text."""
        record.handle(a_request(need="Clear\x1b[2J\x07 now"))

        assert "Clear [2J  now" in asking(record)("requests XAA").text

    def test_of_the_unexplained_the_longest_waiting_come_first(self, record: Kept):
        """The queue is answered from its head."""
        for day in range(28, 0, -1):
            record.writer.submit(a_shift(donor="XBC", amount=None, occurred_on=f"2025-02-{day:02}"))
        record.handle(a_shift(donor="XBC", amount=None, occurred_on="2025-03-01"))
        shown = "\n".join(words_of(asking(record)("shifts unexplained").blocks))

        assert "29 unexplained shifts" in shown
        assert "2025-02-01" in shown
        assert "2025-03-01" not in shown
        assert "19 more on" in shown
