"""HTML, whose words are always escaped: what is not `Html` yet becomes it by `words` alone."""

import html
import re
from base64 import b64encode
from hashlib import sha256
from typing import NewType

Html = NewType("Html", str)
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # in no page


def words(text: str) -> Html:
    """Gives words as they stand in a page, in which no mark of theirs means anything."""
    return Html(html.escape(_UNFIT.sub("\ufffd", text)))


def tag(name: str, *within: Html, **attributes: str) -> Html:
    """Gives an element around what stands within it; an attribute's `_` is spelled `-`."""
    spelled = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    named = "".join(f' {key}="{words(value)}"' for key, value in spelled)
    return Html(f"<{name}{named}>{''.join(within)}</{name}>")


def together(*pieces: Html) -> Html:
    """Gives pieces of a page one below the other."""
    return Html("\n".join(pieces))


def policy_of(style: str) -> str:
    """Gives the Content-Security-Policy of a page that has one style and loads nothing."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def head_of(title: str, style: str) -> Html:
    """Gives the head of a page that needs nothing else, and that no script can be put into."""
    metas = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{words(policy_of(style))}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
    )
    looks = Html(f"<style>{style}</style>")
    return tag("head", together(*map(Html, metas), tag("title", words(title)), looks))
