"""What follows when a donor publishes its profile."""

from domain.decision import Decision, decides
from domain.memory import Memory
from domain.period import check_period
from domain.profiles.commands import PublishProfile
from domain.profiles.events import ProfilePublished
from domain.profiles.profile import Profile
from domain.said import said


@decides(PublishProfile)
def publish(command: PublishProfile, memory: Memory, _: None) -> Decision:
    """Published anew, not changed: what a donor wanted at the time stays to be read."""
    if command.window:
        check_period(command.window.from_on, command.window.until, "window.until")
    stream = memory.new_stream(command, "profile")
    profile = Profile.open(ProfilePublished, stream, command, memory.at, **said(command))
    return Decision(str(profile.id), (profile,))
