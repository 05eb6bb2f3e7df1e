"""Block Kit as HTML: near enough to what people see, and nothing left out."""

from typing import Any

from pictures.elements import element
from pictures.mrkdwn import as_html

Scene = dict[str, Any]
STYLE = """
body { margin: 0; padding: 24px; width: 640px; background: #fff; color: #1d1c1d;
       font: 15px/1.46 "Lato", "Helvetica Neue", Arial, sans-serif; }
.block { margin: 8px 0; display: flex; justify-content: space-between; gap: 16px; overflow-wrap: anywhere; }
.context { color: #616061; font-size: 13px; } .header { font-size: 18px; font-weight: 900; }
.button { display: inline-block; border: 1px solid #bbb; border-radius: 4px; padding: 3px 12px; margin: 2px 8px 2px 0;
          font-weight: 700; font-size: 14px; white-space: nowrap; align-self: flex-start; }
.primary { background: #007a5a; color: #fff; border-color: #007a5a; } .danger { color: #e01e5a; }
.input { border: 1px solid #888; border-radius: 4px; padding: 8px 12px; min-height: 21px; }
.multiline { min-height: 60px; } .select { min-width: 150px; display: inline-block; } .arrow { float: right; }
.field { display: block; } .field .select { display: block; } label { font-weight: 700; display: block; margin: 4px 0; }
.optional, .hint { color: #616061; font-weight: 400; font-size: 13px; } .hint { margin-top: 4px; }
.box, .dot { display: inline-block; width: 13px; height: 13px; border: 1px solid #888; margin-right: 8px; }
.dot { border-radius: 50%; } hr { border: 0; border-top: 1px solid #ddd; width: 100%; }
.top, .foot { display: flex; justify-content: space-between; font-size: 20px; font-weight: 900; }
.foot { margin-top: 16px; justify-content: flex-end; font-size: 14px; }
.name { font-weight: 900; } .app { background: #e8e8e8; font-size: 10px;
padding: 1px 4px; border-radius: 2px; margin-left: 6px; color: #616061; }
.typed { color: #616061; margin-bottom: 8px; }
.modal { border: 1px solid #ccc; border-radius: 8px; padding: 16px 24px; } a { color: #1264a3; text-decoration: none; }
code { color: #c01343; background: #f7f7f7; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px;
       font-size: 12px; }
"""


def page(scene: Scene) -> str:
    """A whole page with one surface on it."""
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style><body>{_surface(scene)}</body>'


def _surface(scene: Scene) -> str:
    body = "".join(block(each) for each in scene["blocks"])
    if scene.get("type") == "modal":
        foot = "".join(
            f'<span class="button {style}">{as_html(scene[name])}</span>'
            for name, style in (("close", ""), ("submit", "primary"))
            if name in scene
        )
        top = f'<div class="top">{as_html(scene["title"])}<span>✕</span></div>'
        return f'<div class="modal">{top}{body}<div class="foot">{foot}</div></div>'
    if scene.get("type") == "home":
        return f'<div class="top">ICA Ledger<span class="app">HOME</span></div>{body}'
    typed = f'<div class="typed">{scene["said"]}</div>' if scene["said"] else ""
    return f'{typed}<span class="name">ICA Ledger</span><span class="app">APP</span>{body}'


def block(spec: dict[str, Any]) -> str:
    """One block; a kind that is not known here is an error, not a gap in the picture."""
    match spec["type"]:
        case "section":
            beside = element(spec["accessory"]) if "accessory" in spec else ""
            fields = "".join(f"<div>{as_html(each)}</div>" for each in spec.get("fields", ()))
            text = as_html(spec["text"]) if "text" in spec else ""
            return f'<div class="block"><div>{text}{fields}</div>{beside}</div>'
        case "context":
            return f'<div class="block context"><div>{" ".join(as_html(each) for each in spec["elements"])}</div></div>'
        case "header":
            return f'<div class="block header">{as_html(spec["text"])}</div>'
        case "actions":
            return f'<div class="block"><div>{"".join(element(each) for each in spec["elements"])}</div></div>'
        case "divider":
            return "<hr>"
        case "input":
            return _input(spec)
    raise TypeError(f"no picture of {spec['type']}")


def _input(spec: dict[str, Any]) -> str:
    optional = ' <span class="optional">(optional)</span>' if spec.get("optional") else ""
    hint = f'<div class="hint">{as_html(spec["hint"])}</div>' if "hint" in spec else ""
    label = f"<label>{as_html(spec['label'])}{optional}</label>"
    return f'<div class="block field">{label}{element(spec["element"])}{hint}</div>'
