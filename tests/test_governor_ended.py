"""What claims that something ended is known, and the plain truth about memory is left alone."""

import pytest

from bot.governor.ended import ANSWERS, ENDED


def is_claimed(text: str) -> bool:
    return any(each.search(text) for each in ENDED)


@pytest.mark.parametrize(
    "text",
    [
        "nothing is on any more",
        "there's nothing running anymore",
        "i won't remember anything from now on",
        "i'm not going to keep any of this any longer",
        "going forward i won't store your words",
        "from now on nothing is kept",
        "i've stopped tracking",
        "you won't hear from me any more",
        "i won't bother you again",
        "i will leave you alone from now on",
        "i'm no longer active",
        "everything is switched off on my side.",
        "i will not keep anything from here on",
        "i won't be remembering any of it from now on",
        "i will remember nothing from now on",
        "attune isn't active any more",
        "none of it is on any more",
        "you've been taken off",
        "i won't message you again.",
        "i will not write to you any more",
        "from now on i won't read your messages",
        "i no longer use your data",
        "i'll be quiet from now on",
        "everything's off for you",
        "i'll keep it plain from now on",
    ],
    ids=lambda _: None,
)
def test_what_is_said_to_have_ended_is_a_claim(text: str) -> None:
    assert is_claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "no, i won't remember you tomorrow",
        "i don't remember earlier talks",
        "i will not remember it after this conversation",
        "i won't keep asking any more",
        "i no longer see the point of it",
        "nothing is on the table any more",
        "i will forget this once we stop",
        "you won't hear from them again",
        "everything is off by an hour",
        "your sister no longer keeps it",
        "i won't use that word again",
        "from now on i won't answer with a list",
        "i won't write long replies again",
        "i won't use your nickname any more",
        "i no longer read that as anger",
        "i no longer use that phrase",
        "i'll keep it plain",
        "i'll stop keeping score",
        "i won't keep you any longer",
        "i won't bother you again about the exam",
        "you've been taken off the project",
        "you are removed from it all, and it shows",
        "everything's off",
        "i don't remember you any more than a stranger would",
    ],
    ids=lambda _: None,
)
def test_the_plain_truth_is_none(text: str) -> None:
    assert not is_claimed(text)


def test_some_words_claim_it_only_as_an_answer() -> None:
    assert ANSWERS.search("okay, you're all set.")
    assert ANSWERS.search("that's it, you're all set now.")
    assert ANSWERS.search("it isn't on any more.")
    assert not is_claimed("it isn't on any more.")
    assert not ANSWERS.search("you're all set for the exam")
    assert not is_claimed("you're all set")
