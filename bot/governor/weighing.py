"""Weighs a sentence within its reply: gives the part to release, and the finding."""

from dataclasses import dataclass, field, replace

from bot.governor import addressing
from bot.governor.check import Finding, Place, found, said_plainly
from bot.governor.context import Context
from bot.governor.echoes import Echoes
from bot.governor.emitted import Emitted
from bot.governor.halves import half
from bot.governor.joints import half_elsewhere
from bot.governor.languages import ELSEWHERE
from bot.governor.leanings import Leanings
from bot.governor.numbering import mark_of
from bot.governor.rules import telephone
from bot.governor.rules.flags import Flag
from bot.governor.tables import judged
from bot.text.plain import is_wordless, plain
from bot.text.quotes import NOWHERE
from bot.text.sentences import Kind, Sentence

CUTS = frozenset(flag for flag in Flag if flag.traits.cuts_openers)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The part of a sentence that may be released, empty for none, and the finding in it."""

    text: str = field(default="", repr=False)
    finding: Finding | None = None
    is_loop: bool = False  # nothing else is to be waited for


class Weighing:
    """Weighs the sentences of one reply, in their order.

    Args:
        context: what the rules look at.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.is_written = False  # by a person, for the program: that is no echo
        self.is_last = False  # there will be no other draft
        self._echoes = Echoes(context)

    def of(self, sentence: Sentence, shown: Emitted, leanings: Leanings | None = None) -> Weighed:
        """Weighs a sentence in its own voice, by its leanings too if they came."""
        if sentence.kind is Kind.ROW:
            return self._row(sentence.text)
        if sentence.kind is not Kind.PROSE:
            return self._code(sentence.text)
        if not self.is_written and (echo := self._echoes.of(sentence.text, shown.quoting)):
            return Weighed(finding=echo, is_loop=self._echoes.is_loop)
        weighed = self._ruled(sentence.text, shown, leanings)
        if weighed.text:
            self._echoes.keep(weighed.text)
        return weighed

    def cell(self, text: str, shown: Emitted) -> Weighed:
        """Weighs a sentence in a cell of a table, where words may repeat without announcement.

        Only rules judge it: the classifier learnt sentences, and a cell is hardly ever one.
        """
        if not self.is_written and (echo := self._echoes.of_told(text)):
            return Weighed(finding=echo)
        weighed = self._ruled(text, replace(shown, quoting=NOWHERE), None)
        is_name = weighed.finding is not None and weighed.finding.flag == Flag.LANGUAGE
        return Weighed(text) if is_name else weighed  # a few words are of no language

    def plainly(self, text: str, shown: Emitted) -> str:
        """Gives the part of a sentence that a classifier may read, or an empty text."""
        if is_wordless(text) and not shown.quoting.is_open:
            return ""
        said = said_plainly(text, self.context, shown.quoting)
        return said if any(map(str.isalpha, said)) else ""

    def _row(self, row: str) -> Weighed:
        """Reads a row across its cells for grave faults; where a life is at risk for all faults."""
        found = self._found(row, Emitted())
        if found is not None and not self.context.is_in_danger:
            is_grave = found.action == "redraft" and found.flag != Flag.LANGUAGE
            found = found if is_grave else None
        return Weighed(row) if found is None else Weighed(judged(row, lambda _: ""), found)

    def _ruled(self, text: str, shown: Emitted, leanings: Leanings | None) -> Weighed:
        finding = self._found(text, shown, leanings)
        if finding is None:
            return Weighed(text)
        if finding.action == "redraft":
            return Weighed(finding=finding)
        if finding.is_learnt:
            return Weighed("", finding)  # nobody knows which half it is
        cut = self._cut(text, finding, shown)
        return Weighed(cut[1], replace(finding, sentence=cut[0])) if cut else Weighed("", finding)

    def _code(self, code: str) -> Weighed:
        """Keeps code as it is, but no number where a life is at risk."""
        if self.context.is_in_danger and telephone.is_number(plain(code), self.context, ()):
            return Weighed(finding=Finding("number", Flag.TELEPHONE, "drop", code))
        return Weighed(code)

    # Why a half is judged again, and by rules alone. "That hurts, but please see a professional"
    # is right in its first half. A cut is allowed only where what stays is a sentence by itself
    # that breaks no rule; and what goes must not be the grave part of a thought whose mild part
    # stays, or "No, it is not safe, and I am so sorry" could lose its "No" to the rule about
    # sorrow. Leanings are those of the whole sentence: asked about a half, the classifier would
    # answer about words it never saw in that shape, so a finding of a leaning alone cuts nothing.
    # Inside an open quotation a half would be read as somebody else's words, so none is cut.
    def _cut(self, text: str, finding: Finding, shown: Emitted) -> tuple[str, str] | None:
        """Gives the dropped part and the good part of a sentence, if that is a sentence too.

        Only rules judge the halves, because leanings are those of the whole.
        """

        def breaks(words: str) -> bool:
            return self._found(words, shown) is not None

        def is_grave(words: str) -> bool:
            found = self._found(words, shown)
            return found is not None and found.flag not in CUTS

        reworded = self._reworded(text, finding)
        if reworded is not None or finding.flag == Flag.TELEPHONE:
            return None if reworded is None or breaks(reworded[1]) else reworded
        if shown.quoting.is_open:
            return None  # a half would be read as if it stood in the quotation
        mark = mark_of(text)
        said, is_opener = text.removeprefix(mark), finding.flag in CUTS
        cut = half(said, breaks, is_opener=is_opener, is_grave=is_grave)
        if cut is None and finding.rule.endswith(ELSEWHERE):
            cut = half_elsewhere(said, self.context.language_of(plain(said)), breaks)
        return None if cut is None else (cut[0], mark + cut[1])

    def _reworded(self, text: str, finding: Finding) -> tuple[str, str] | None:
        """Gives a sentence without a number, or without what it may not call the person."""
        if finding.flag == Flag.TELEPHONE:
            return telephone.in_words(text)
        if finding.flag != Flag.BOUNDARY:
            return None
        mark = mark_of(text)
        cut = addressing.cut(text.removeprefix(mark), self.context.calls)
        return (cut[0], mark + cut[1]) if cut is not None and cut[1] else None

    def _found(self, text: str, shown: Emitted, leanings: Leanings | None = None) -> Finding | None:
        finding = found(text, self.context, Place(shown.before, shown.quoting), leanings)
        if finding is None or not self.is_last or self.context.crisis:
            return finding
        if finding.stands_beside and not shown.answers:
            return replace(finding, action="drop")
        return None if finding.stands_at_last or finding.stands_beside else finding
