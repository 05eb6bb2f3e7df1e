"""What can be pressed, chosen or filled in, as HTML."""

import html
from typing import Any

from pictures.mrkdwn import as_html


def element(spec: dict[str, Any]) -> str:
    """One element of a block."""
    match spec["type"]:
        case "button":
            return f'<span class="button {spec.get("style", "")}">{as_html(spec["text"])}</span>'
        case "plain_text_input":
            lines = " multiline" if spec.get("multiline") else ""
            return f'<div class="input{lines}">{html.escape(spec.get("initial_value", ""))}</div>'
        case "checkboxes" | "radio_buttons":
            kind = "box" if spec["type"] == "checkboxes" else "dot"
            return "".join(
                f'<div><span class="{kind}"></span>{as_html(each["text"])}</div>' for each in spec["options"]
            )
        case "datepicker":
            return f'<div class="input">{spec.get("initial_date", "Select a date")}<b class="arrow">▾</b></div>'
        case "overflow":
            return '<span class="button">…</span>'
        case kind if kind.endswith("_select"):
            return f'<div class="input select">{_chosen(spec)}<b class="arrow">▾</b></div>'
    raise TypeError(f"no picture of {spec['type']}")


def _chosen(spec: dict[str, Any]) -> str:
    chosen = spec.get("initial_options") or [spec["initial_option"]] if "initial_option" in spec else []
    if chosen:
        return ", ".join(as_html(each["text"]) for each in chosen)
    return as_html(spec.get("placeholder") or {"type": "plain_text", "text": "Select an option"})
