"""The lexicon: the patterns that recognise what people and models write, as data.

One folder a language ("mul" for what reads several at once), one TOML file a subject. A file is
read once, when the module that names it is imported, as Python reads the module itself; nothing
changes it while the program runs. A pattern is compiled when it is first used (`lazy`).

    source = "where the definition comes from"     # of every entry that names none of its own
    uses = ["en/crisis/pieces"]                    # files whose parts may stand in patterns here

    [parts]                                        # pieces that patterns share: (?&NAME)
    BIG = "(?:great|excellent)"

    [words]                                        # sets of words
    modal = ["can", "could"]

    [spellings.written_out]                        # what each word becomes, and what is written
    "going to" = ["gonna", "gunna"]

    [[phrases]]                                    # what is compared whole, and not searched for
    id = "bare"
    lines = ["turn|switch it|this off"]            # in order; how a line reads, its reader says
    examples = ["turn it off"]
    twins = ["turn it off and on again"]

    [[entry]]
    id = "great_question"                          # one word to look for, here and in code
    group = "praise"                               # what `group` gives together; may be missing
    pattern = '\\b(?&BIG) question\\b'             # or a list of strings, joined without a blank
    examples = ["what a great question"]           # each is found
    twins = ["a great deal of questions"]          # natural near misses: none is found
    way = "search"                                 # or "match", "fullmatch": how the code reads it

Any other key of an entry is a fact about it that the code reads (`Entry.facts`). Examples and
twins are read by the tests alone (tests/test_lexicon.py).

The signs of a life at risk (en/crisis/ending and those after it in bot/crisis/signs, `crisis` in
the folder of every other language) have these facts: `what` and `weight`, `literal` where no idiom
uses the words, `who` where it is another's life, `of_whole` where the message is read as one. In
English a group is a family, and the words of its name are its cues. In other languages `stems` are
what every match holds. The folder mul has parts for several languages.
"""

from bot.lexicon.entries import Entry, Lexicon
from bot.lexicon.lazy import compile_all
from bot.lexicon.load import is_written, lexicon

__all__ = ["Entry", "Lexicon", "compile_all", "is_written", "lexicon"]
