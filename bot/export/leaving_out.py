"""What an export leaves out of its files, each with the reason; everything else is in both."""

from collections.abc import Mapping
from dataclasses import Field
from typing import Final

from bot.records import Words

# Of the document: what stands in no form there.
OF_BOTH: Final[Mapping[str, str]] = {
    "owner": "a keyed hash of the place or person, and `place` says which that is"
}
_HASH = "a keyed hash, which says nothing to a person; the document has it"
_STEP = "counts steps of the program's own; the document has it"
# Of the page: by the name of the field, whatever its kind. Free text is never left out.
_HASHES = (
    *("key", "stance_by", "conversation", "reply", "room", "answers", "message"),
    *("came_from", "not_in", "used", "summing"),
    *("scope", "space", "person", "subject"),
)
_STEPS = ("epoch", "lowered_seen", "space_epoch", "turn", "place", "asked_off", "summed")
OF_THE_PAGE: Final[Mapping[str, str]] = {
    **dict.fromkeys(_HASHES, _HASH),
    **dict.fromkeys(_STEPS, _STEP),
}
# Of the page: by its name within what the program wrote of a card, beside the label that says it.
OF_A_CARD: Final[Mapping[str, str]] = {
    "does": "how the program spells what a tap does, in its own names; its label says it"
}


def is_on_page(column: "Field[object]") -> bool:
    """Whether a field of a record stands on the page."""
    return column.type == Words or column.name not in {*OF_BOTH, *OF_THE_PAGE}
