"""Which phrases could be of a life instead: "I want out", "make it stop", "stop this"."""

from bot.withdrawal.words import folded

# What of the bot or of what it keeps a phrase names, in any of the languages, folded.
_OF_THE_BOT = tuple(
    folded(stem)
    for stem in (
        *(
            "data",
            "info",
            "about me",
            "on me",
            "messag",
            "text",
            "writ",
            "repl",
            "answer",
            "contact",
            "talk",
        ),
        *("speak", "respond", "history", "account", "chat", "conversation", "memor", "record"),
        *("profile", "bot", "attune", "unsubscribe", "log", "sign", "consent", "opt", "shut"),
        *("quiet", "shush", "dm", "ping", "off", "alone", "leave me be", "go away", "lost"),
        *("disabled", "normal", "plain", "warm", "attuned", "personal", "told you", "i said"),
        *("know", "have", "agreed", "with you", "want you", "need you"),
        *("dato", "mensaje", "recuerdo", "historial", "cuenta", "escrib", "hable", "habla"),
        *(
            "moleste",
            "contacte",
            "calla",
            "sobre mi",
            "en paz",
            "tranquil",
            "baja",
            "apag",
            "lo que sabes",
        ),
        *(
            "donnees",
            "infos",
            "souvenirs",
            "historique",
            "compte",
            "sur moi",
            "ecri",
            "parle",
            "repond",
        ),
        *("derange", "tais", "gueule", "la ferme", "la paix", "desactiver", "desinscrire", "sais"),
        *(
            "daten",
            "nachricht",
            "infos",
            "angaben",
            "verlauf",
            "uber mich",
            "in ruhe",
            "in frieden",
            "klappe",
        ),
        *("den mund", "fresse", "maul", "schreib", "antwort", "schick", "sprich", "red", "weisst"),
        *("schweig", "still", "schalte", "stelle ich", "mache ich"),
        *("dados", "mensagens", "perfil", "cala a", "cale a", "cala te", "escrev", "fale", "fala"),
        *("incomodar", "em paz", "que sabe", "dati", "messaggi", "cronologia", "zitt", "taci"),
        *("scriv", "parlar", "contattar", "risponder", "in pace", "sai di me", "gegevens"),
        *("bericht", "geschiedenis", "met rust", "je mond", "je bek", "je kop", "schrij", "praat"),
        *("praten", "zwijg", "wees stil", "zet ik", "schakel ik", "dane", "wiadomosci", "histori"),
        *("spokoju", "spokoj", "pisz", "pisac", "odpis", "odpowiad", "rozmaw", "cicho", "milcz"),
        *(
            "zamknij sie",
            "wylaczyc",
            "wiesz",
            "данные",
            "сообщени",
            "записи",
            "истори",
            "перепис",
            "обо мне",
        ),
        *("в покое", "пиши", "писать", "отвеча", "говор", "заткнись", "молчи", "замолчи"),
        *("отстань", "отвали", "отвяжись", "выключить", "отключить", "знаешь", "verilerimi"),
        *("mesaj", "bilgilerimi", "gecmisimi", "hesabimi", "hakkimda", "rahat birak", "konusma"),
        *("yazma", "cevap", "cenen", "sessiz", "kapat", "データ", "情報", "履歴", "記録"),
        *("メッセージ", "黙", "静か", "うるさい", "話しかけ", "連絡", "送らない", "返事", "オフ"),
        *("放っておいて", "ほっといて"),
    )
)
# What ends something without naming what: all of it may be a life.
_ENDS_SOMETHING = tuple(
    folded(stem)
    for stem in (
        *("stop", "termina", "deten", "parar", "paren", "para con", "arret", "coupe", "stoppe"),
        *("beend", "hor auf", "mach schluss", "pare ", "para ", "encerra", "ferma", "interromp"),
        *("chiud", "beeindig", "przerwij", "zakoncz", "zatrzymaj", "прекрати", "останови"),
        *("заверши", "durdur", "bitir", "終了", "停止", "止めて"),
    )
)


# Who wants all of it erased speaks of what is kept; "delete me" may be said of a life.
_ALL = tuple(
    folded(stem)
    for stem in (
        *("everything", "anything", "all of it", "it all", "erase all", "delete all", "wipe all"),
        *("remove all", "todo", "tout", "alles", "tudo", "tutto", "wszystk", "всё", "все"),
        *("her şey", "hepsini", "全部", "すべて", "全て"),
    )
)


def may_be_of_life(phrase: str, *, is_clear: bool, erases: bool = False) -> bool:
    """Whether a phrase that is a wish to leave could be said of a life, where one is at risk.

    Args:
        is_clear: it withdraws where nothing is at risk.
        erases: it asks that what is kept be erased.
    """
    if is_clear:
        return any(stem in phrase for stem in _ENDS_SOMETHING)
    stems = (*_OF_THE_BOT, *_ALL) if erases else _OF_THE_BOT
    return not any(stem in phrase for stem in stems)
