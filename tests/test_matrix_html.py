"""The words of a message in HTML on Matrix: labels are only text, and code stays as it was."""

from adapters.matrix import html
from bot.layout import markup


def test_no_mark_means_anything_in_a_label() -> None:
    assert html.numbered(("**a** <b> [x](y) https://a.example/", "No")) == (
        "<p><strong>1</strong> **a** &lt;b&gt; [x](y) <code>https://a.example/</code><br>"
        "<strong>2</strong> No</p>"
    )
    assert html.numbered(()) == ""


def test_small_lines_are_small_wherever_they_stand_but_not_in_code() -> None:
    small = "<p><sub>b</sub><br />\n<sub>c</sub></p>"
    assert html.talk("a\n\n-# b\n-# c") == f"<p>a</p>\n{small}"
    assert html.own("- a\n-# b\n-# c") == f"<ul>\n<li>a</li>\n</ul>{small}"
    assert "<sub>" not in html.talk("```\n\n-# b\n```")
    assert "<sub>" not in html.own("```\na\n\n-# b")


def test_a_small_line_holds_no_tag_and_no_link_of_anybodys() -> None:
    shown = html.own("-# <b>x</b> [y](https://a.example) https://b.example/\\_c.")
    assert shown == (
        "<p><sub>&lt;b&gt;x&lt;/b&gt; [y](<code>https://a.example</code>) "
        "<code>https://b.example/_c</code>.</sub></p>"
    )


def test_what_follows_a_list_is_no_part_of_it() -> None:
    assert html.own("- a\n- b\nc") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul><p>c</p>"


def test_points_with_a_number_of_their_own_are_an_ordered_list_which_begins_anew_after_a_gap() -> (
    None
):
    shown = html.own("**Held**\n- 1. a\n- 2. b\n- 4. c\n- d\n- 6. e")
    assert shown.replace("\n", "") == (
        "<p><strong>Held</strong></p><ol><li>a</li><li>b</li></ol>"
        '<ol start="4"><li>c</li></ol><ul><li>d</li></ul><ol start="6"><li>e</li></ol>'
    )


def test_words_to_copy_are_a_quotation_which_wraps_and_nothing_in_them_marks_anything() -> None:
    drafts = ("hey, **no** <b>", "a\n- b https://a.example/")
    shown = html.own("\n".join(("Drafts.", *map(markup.to_copy, drafts), "", "-# small")))
    assert shown == (
        "<p>Drafts.</p><blockquote>hey, **no** &lt;b&gt;</blockquote>"
        "<blockquote>a<br>- b <code>https://a.example/</code></blockquote>"
        "<p><sub>small</sub></p>"
    )
    assert html.own("x\n\n```\na\n```") == html.talk("x\n\n```\na\n```")  # a reply that is quoted
