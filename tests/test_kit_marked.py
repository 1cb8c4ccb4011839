"""The small markup, read for a platform that draws it by itself."""

import pytest

from adapters.kit.marked import Line, Run, own, plain, talk
from bot.layout import markup


def test_each_line_of_the_bots_own_says_what_it_is() -> None:
    text = "\n".join((markup.heading("Warm"), markup.point("one"), markup.small("two"), "three"))
    assert own(text) == (
        Line((Run("Warm", is_bold=True),)),
        Line((Run("one"),), "point", "· "),
        Line((Run("two"),), "small"),
        Line((Run("three"),)),
    )
    assert [plain(line) for line in own(text)] == ["Warm", "· one", "two", "three"]


def test_a_point_with_a_number_of_its_own_has_no_dot_beside_it() -> None:
    (line,) = own("- 12. **call** Ben")
    assert line == Line((Run("call", is_bold=True), Run(" Ben")), "point", "12. ")
    assert plain(line) == "12. call Ben"


def test_words_to_copy_stand_apart_and_keep_every_mark() -> None:
    text = f"Drafts.\n{markup.to_copy('**a**')}\n{markup.to_copy('- b')}\n\n-# c"
    assert own(text) == (
        Line((Run("Drafts."),)),
        *(Line(()), Line((Run("**a**"),), "copied")),
        *(Line(()), Line((Run("- b"),), "copied")),
        *(Line(()), Line((Run("c"),), "small")),
    )


@pytest.mark.parametrize("name", ["**Bob**", "-# x", "a\\_b", r"\**", "# x", "`x` **", "[a](b)"])
def test_a_strangers_name_reads_as_they_wrote_it_and_marks_nothing(name: str) -> None:
    (line,) = own(f"Run by {markup.plainly(name)}, here.")
    assert line == Line((Run(f"Run by {name}, here."),))
    (bold,) = own(markup.heading(markup.plainly(name)))
    assert bold == Line((Run(name, is_bold=True),))


def test_bold_words_may_stand_within_a_line_and_half_a_pair_is_no_mark() -> None:
    assert own("a **b** c")[0].runs == (Run("a "), Run("b", is_bold=True), Run(" c"))
    assert own("a **b** c ** d")[0].text == "a b c ** d"
    assert own("")[0] == Line(())


@pytest.mark.parametrize(
    "written",
    [r"C:\_new\*", "- one", "f(**a, **b)", "2**3**4", "`**a**` and **b**", "<t:1:D>"],
)
def test_talk_stays_as_it_was_written(written: str) -> None:
    assert talk(written)[0].text == written


def test_talk_has_small_lines_and_bold_words_where_they_can_be_drawn() -> None:
    assert talk("look **there** now\n-# by **Ada\\_b**")[0].runs[1] == Run("there", is_bold=True)
    last = talk("Hi.\n-# by Ada\\_b", is_drawn=False)[-1]
    assert last == Line((Run("by Ada_b"),), "small")
    assert talk("look **there**", is_drawn=False)[0].text == "look **there**"
