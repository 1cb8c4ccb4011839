"""What was observed in a scope, as a decision looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.markers import Fed, Marker, Observation
from bot.markers.effects import holding
from bot.markers.loop import came_again, days_for, loops
from bot.markers.state import Course, State, courses
from bot.markers.told import Told
from bot.people import People


@dataclass(frozen=True, slots=True)
class Observed:
    """The observations of a scope, and what its person heard of each marker and said to it."""

    each: tuple[Observation, ...] = ()
    told: Mapping[Marker, Told] = field(default_factory=dict)
    fed: Mapping[Fed, int] = field(default_factory=dict)  # what the replies of a week added to it
    people: People = field(default=(), repr=False)  # whom they listed, where one may be asked after

    def of(self, marker: Marker) -> Told:
        """Gives what was said of a marker."""
        return self.told.get(marker, Told())

    def states(self, at: date) -> dict[Marker, State]:
        """Gives how far each marker has come; one that was never observed is left out.

        A distress that comes again is sustained, one that does not is quiet.
        """
        found = {one: course.state(at) for one, course in self.courses.items()}
        if Marker.DISTRESS_LOOP in found:
            heard = self.of(Marker.DISTRESS_LOOP)
            again = loops(self.each, at, heard.relieved, days=days_for(heard.disputes))
            found[Marker.DISTRESS_LOOP] = State.SUSTAINED if again else State.QUIET
        return found

    def holding(self, at: date) -> tuple[Marker, ...]:
        """Gives the markers that change replies on that day: their person stopped none of them."""
        return tuple(one for one in holding(self.states(at)) if not self.of(one).is_stopped(at))

    @property
    def listed(self) -> tuple[Marker, ...]:
        """What its person reads of: a distress only where it came again, or was asked about."""
        return tuple(one for one in Marker if one in self.courses and self._is_listed(one))

    def _is_listed(self, marker: Marker) -> bool:
        if marker is not Marker.DISTRESS_LOOP:
            return True
        heard = self.of(marker)
        has_begun = heard.since is not None or heard.asked is not None
        return has_begun or came_again(self.each, days_for(heard.disputes))

    @property
    def courses(self) -> dict[Marker, Course]:
        """The evidence of each marker, day by day."""
        return courses(self.each, {one: told.disputes for one, told in self.told.items()})
