"""What is said first to who leaves in the words of another language than English."""

from bot.crisis.signs.languages import LANGUAGES
from bot.strings import ENGLISH
from bot.strings.spoken import Leaving

LEAVING: dict[str, Leaving] = {
    name: own for name in LANGUAGES if (own := ENGLISH.leaving_in(name)) is not None
}
