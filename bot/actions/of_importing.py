"""Actions of the store on a file that its person brought, between its card and the tap."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeepBrought:
    """Keep what a file brings until its card is answered, for a day at most."""

    key: str
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForgetBrought:
    """Forget what a file brings."""

    key: str


OfAnImport = KeepBrought | ForgetBrought
