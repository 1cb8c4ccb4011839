"""HTML, whose words are always escaped: what is not `Html` yet becomes it by `words` alone."""

import html
import re
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
