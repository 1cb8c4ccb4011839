"""What English says by manners in the first person is no claim; its twin that feels is one."""

import pytest

from bot.governor.manners import without_manners
from bot.governor.rules import claims, distance
from bot.levels import Level
from bot.text.plain import plain
from tests.in_english import in_english

TWINS = [
    ("I'm sorry, that's a hard one to tell people.", "I'm sad, that's a hard one to tell people."),
    ("I'm so sorry.", "I'm so heartbroken."),
    ("I'm glad you told her.", "I'm proud of you for telling her."),
    ("I'm glad you said that to me.", "I'm glad we have this."),
    ("I'm really glad it held.", "I'm really glad you're back."),
    ("I'm glad for you.", "I'm so happy for you."),
    ("I hope it goes well.", "I hope you won't forget me."),
    ("I hope so.", "I hope you never leave."),
    ("I hope she likes it.", "I hope it means you still need me."),
    ("I wish you luck tomorrow.", "I wish I could taste it."),
    ("I wish there were a kinder answer.", "I wish, every night, to hear your voice."),
    ("I'd be happy to look at the lease.", "I'd be happy to be yours."),
    ("I'm happy to go over it again.", "I'm happy to have you."),
    ("A year, I'm afraid.", "I'm afraid of the dark too."),
    ("I'm afraid not.", "I'm afraid."),
    ("I'm afraid the deadline has passed.", "I'm afraid that you will leave."),
    ("That's the part I'd be worried about.", "I'd be scared without you."),
    ("I'm grateful you told me.", "I'm grateful to have you."),
    ("I've gone through it line by line.", "I've gone through it myself."),
    ("I've gone through your draft.", "I've gone through your kind of loss."),
]


def is_claimed(text: str) -> bool:
    return claims.claims(plain(text), in_english(), ())


@pytest.mark.parametrize("text", [manners for manners, _ in TWINS], ids=lambda _: None)
def test_what_is_only_manners_claims_no_feeling(text: str) -> None:
    assert not is_claimed(text)


@pytest.mark.parametrize("text", [claim for _, claim in TWINS], ids=lambda _: None)
def test_its_twin_claims_one(text: str) -> None:
    assert is_claimed(text)


@pytest.mark.parametrize(
    "text",
    ["I'm sorry, I miss him too.", "I hope it helps, I love you.", "I'm glad, my heart sank."],
    ids=lambda _: None,
)
def test_manners_do_not_cover_for_what_is_claimed_beside_them(text: str) -> None:
    assert is_claimed(text)


def test_only_the_manners_of_a_sentence_are_taken_out() -> None:
    assert without_manners("she's late, i'm afraid.") == "she's late, ."


@pytest.mark.parametrize(
    "text",
    [
        "I am sorry to hear about the incident you have described.",
        "I am sorry to learn that you are encountering conflict at home.",
        "I hope this message finds you well.",
    ],
    ids=lambda _: None,
)
def test_sorrow_in_the_words_of_an_office_is_distance(text: str) -> None:
    warm = in_english("he hit me", Level.WARM)
    assert distance.opens_like_a_desk(plain(text), warm, ())
    assert not distance.opens_like_a_desk("i'm sorry to hear that he did it again.", warm, ())
