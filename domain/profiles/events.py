"""Which profiles donors published."""

from typing import Any

from domain.fact import Opening


class ProfilePublished(Opening):
    TOPIC = "profile.published"
    ABOUT = "A donor said what it wants and can do."
    COMMAND = "publish-profile"
    ERASABLE = ("note", "contact")
    FIXED = ("donor",)

    donor: str
    articles: list[int]
    natures: list[str]
    regions: list[str] | None = None
    states: list[str] | None = None
    multi_year: bool | None = None
    match_ratio: str | None = None
    window: dict[str, Any] | None = None
    budget: dict[str, str] | None = None
    contact: str | None = None
