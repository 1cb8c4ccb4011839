"""Discord's components as HTML: every type that the adapter sends, and no other."""

import html
from collections.abc import Callable
from typing import Any

from gallery.markdown import inline, page

JSON = dict[str, Any]


def drawn(component: JSON) -> str:
    """Gives one component and what is in it; KeyError for a type that is none of these."""
    return DRAWN[int(component["type"])](component)


def _all(component: JSON) -> str:
    return "".join(drawn(one) for one in component.get("components", ()))


def _row(component: JSON) -> str:
    return f'<div class="row">{_all(component)}</div>'


def _button(component: JSON) -> str:
    emoji = (component.get("emoji") or {}).get("name") or ""
    label = html.escape(f"{emoji} {component.get('label') or ''}".strip())
    return f'<button class="button style{component["style"]}">{label}</button>'


def _select(component: JSON) -> str:
    options = "".join(_option(one) for one in component.get("options", ()))
    shown = next((one["label"] for one in component.get("options", ()) if one.get("default")), None)
    told = html.escape(shown or component.get("placeholder") or "Make a selection")
    return f'<details class="select"><summary>{told}</summary>{options}</details>'


def _option(option: JSON) -> str:
    more = (
        f"<small>{html.escape(option['description'])}</small>" if option.get("description") else ""
    )
    return f"<div>{html.escape(option['label'])}{more}</div>"


def _input(component: JSON) -> str:
    label = html.escape(component.get("label") or "")
    return f'<div>{label}<div class="field">{html.escape(component.get("placeholder") or " ")}</div></div>'


def _label(component: JSON) -> str:
    return f"<div><b>{html.escape(component['label'])}</b>{drawn(component['component'])}</div>"


def _text(component: JSON) -> str:
    return f'<div class="words">{page(component["content"])}</div>'


def _line(_component: JSON) -> str:
    return '<hr class="line">'


def _file(component: JSON) -> str:
    name = component["file"]["url"].removeprefix("attachment://").rpartition("/")[2]
    return f'<div class="file">📄 <a>{html.escape(name)}</a></div>'


def _section(component: JSON) -> str:
    return f'<div class="row">{_all(component)}{drawn(component["accessory"])}</div>'


def _box(component: JSON) -> str:
    accent = component.get("accent_color")
    style = f"--accent: #{accent:06x}" if accent is not None else "--accent: transparent"
    return f'<div class="box" style="{style}">{_all(component)}</div>'


DRAWN: dict[int, Callable[[JSON], str]] = {
    1: _row,
    2: _button,
    3: _select,
    6: _select,
    8: _select,
    4: _input,
    9: _section,
    10: _text,
    13: _file,
    14: _line,
    17: _box,
    18: _label,
}


def modal(asked: JSON) -> str:
    """Gives a window that asks, as it stands over the page."""
    return f'<div class="box"><div class="title">{inline(asked["title"])}</div>{_all(asked)}</div>'
