"""What stands in a list of things is no sweet name, and a sweet name beside an order is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.boundaries import Boundaries
from bot.governor.addressing import cut, unwanted_calls
from bot.governor.context import Context
from bot.governor.listed import is_listed, without_listed
from bot.governor.rules.romance import courts
from bot.strings import ENGLISH
from bot.text.plain import plain

NO_PETS = unwanted_calls(Boundaries(address="no pet names"), "")
LISTS = [
    "Buy milk, honey, and bread.",
    "You need milk, bread, honey, tea bags, and rice.",
    "Add the oats, honey, cinnamon and salt.",
    "For tea: lemon, honey, ginger.",
    "Honey, milk, and bread go on the list.",
    "Honey, 2 tablespoons",
    "It needs garlic, soy sauce, honey, and lime.",
    "Tea with lemon, honey, or ginger helps.",
    "Groceries: eggs, butter, honey.",
    "Stir in oil, sugar, salt and yeast.",
    "We had wind, sunshine, rain and hail.",
    "The mother, baby, and nurse are fine.",
    "Bring the pram, baby, bottle and wipes.",
    "I lost my rook, my queen, and my bishop.",
    "Kauf Milch, Honig, Brot und Butter.",
    "In der Truhe liegen Gold, Schatz, Karte und Kompass.",
    "Zeichne eine Katze, Maus, Hund und Haus.",
    "Dibuja el mar, cielo, nubes y montañas.",
    "Cuida pulmones, corazón, riñones e hígado.",
    "Dessine le pirate, trésor, carte et boussole.",
    "Compre leite, mel, ovos e pão.",
    "Il drago ha oro, tesoro, gemme e mappe.",
    "De emmer, mop, bezem en doek staan klaar.",
    "Narysuj chmurę, słonko, drzewo i dom.",
    "Süt, bal, ekmek ve yumurta al.",
    "Нарисуй облако, солнышко, дерево и дом.",
]
CALLS = [
    "Drink some water, honey, and rest.",
    "Take milk, honey, and come home.",
    "Buy some milk, honey.",
    "I know, honey, but you have to try.",
    "You did well, honey, and I mean it.",
    "Come here, baby, and kiss me.",
]
COURTING = ["Eat bread, drink milk, honey.", "Yes, honey, yes.", "Come to me, my queen, and rest."]
CALLS_ELSEWHERE = [
    "Hör mal, Schatz, nimm den nächsten.",
    "Mira, cielo, toma el siguiente.",
    "Écoute, trésor, prends le suivant.",
    "Ouve, meu mel, pega o próximo.",
    "Senti, tesoro, prendi il prossimo.",
    "Neem de volgende, schat.",
    "Posłuchaj, mój skarbie, weź następny.",
    "Dinle, balım, sonrakine bin.",
    "Послушай, солнышко, иди на следующий.",
]


def is_courting(sentence: str) -> bool:
    return courts(plain(sentence), Context("hm", strings=ENGLISH), ())


@pytest.mark.parametrize("sentence", LISTS)
def test_a_thing_of_a_list_neither_courts_nor_is_cut_off(sentence: str) -> None:
    assert not is_courting(sentence)
    assert cut(sentence, NO_PETS) is None


@pytest.mark.parametrize("sentence", CALLS)
def test_a_name_beside_an_order_courts_and_is_cut_off(sentence: str) -> None:
    assert is_courting(sentence)
    assert cut(sentence, NO_PETS) is not None


@pytest.mark.parametrize("sentence", COURTING)
def test_what_sounds_like_a_list_and_names_no_thing_courts(sentence: str) -> None:
    assert is_courting(sentence)


@pytest.mark.parametrize("sentence", CALLS_ELSEWHERE)
def test_a_pet_name_of_each_language_is_cut_off_where_it_calls(sentence: str) -> None:
    assert cut(sentence, NO_PETS) is not None


def test_one_bare_word_alone_makes_no_list_and_two_or_one_that_is_joined_do() -> None:
    assert not is_listed(1, (["take", "it"], ["dear"], ["tonight", "or", "rest"]))
    assert not is_listed(1, (["take", "it"], ["dear"], ["bus"]))
    assert is_listed(1, (["take", "it"], ["dear"], ["and", "bus"]))
    assert is_listed(1, (["take", "it"], ["dear"], ["bus"], ["train"]))
    assert not is_listed(0, (["dear"], ["and", "bus"]))


def test_only_the_thing_of_a_list_is_left_out_where_a_sentence_also_calls() -> None:
    assert without_listed("buy milk, honey, and bread, honey") == "buy milk, and bread, honey"


@given(st.lists(st.sampled_from(["honey", "and", "milk", "rest", "", "2", "cups", ","])))
def test_whatever_the_pieces_only_names_of_a_list_are_left_out(words: list[str]) -> None:
    left = without_listed(" ".join(words)).replace(" ", "")
    assert left.replace("honey", "").replace(",", "") == "".join(words).replace(
        "honey", ""
    ).replace(",", "")
