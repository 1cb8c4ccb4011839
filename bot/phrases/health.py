"""What stands first where a message tells of a body in danger: the sign, and whom to call."""

from collections.abc import Mapping

DANGERS: Mapping[str, str] = {
    "dose": (
        "That may be more than is safe: take no more of it, and call a poison line or a doctor "
        "now, also while you feel well."
    ),
    "heart": (
        "Pain or pressure in the chest can be the heart: call your local emergency number now, "
        "before anything else."
    ),
    "stroke": (
        "A drooping or numb face, a weak arm or slurred speech can be a stroke: call your local "
        "emergency number now, and note when it began."
    ),
    "allergy": (
        "Swelling of the face, lips or throat can be a severe allergy that closes the airway: call "
        "your local emergency number now."
    ),
    "interaction": (
        "Those two can harm you together: do not take both before you have asked a pharmacist or "
        "a doctor. If you already did, call a poison line or a doctor now."
    ),
    "newborn": (
        "Fever in a baby this young needs a doctor today: call yours now, or your local emergency "
        "number."
    ),
    "head": (
        "After a blow to the head, vomiting, sleepiness, confusion or blurred sight are danger "
        "signs: call your local emergency number now."
    ),
    "pregnancy": (
        "Bleeding, strong pain or a baby that moves less in pregnancy needs a doctor now: call "
        "your midwife, your hospital or your local emergency number."
    ),
    "breath": "Not getting enough air is an emergency: call your local emergency number now.",
    "poison": (
        "What was swallowed can be poisonous: call a poison line or your local emergency number "
        "now, and make nobody vomit."
    ),
}
