"""What is said first to who leaves in the words of another language than English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is said first, in another language than English, to who leaves in its words."""

    done: str  # it was on, and is off
    already: str  # nothing was on
    asked: str  # it may have been meant, and nothing changes before a tap


LEAVING: dict[str, Leaving] = {
    "Spanish": Leaving(
        "Hecho: está desactivado.",
        "No había nada activado.",
        "Quizá quieres desactivarlo. Nada cambia hasta que toques.",
    ),
    "French": Leaving(
        "C'est fait : c'est désactivé.",
        "Rien n'était activé.",
        "Tu veux peut-être le désactiver. Rien ne change avant que tu touches.",
    ),
    "German": Leaving(
        "Erledigt: Es ist aus.",
        "Es war nichts eingeschaltet.",
        "Vielleicht willst du es ausschalten. Nichts ändert sich, bevor du tippst.",
    ),
    "Portuguese": Leaving(
        "Pronto: está desligado.",
        "Não havia nada ligado.",
        "Talvez queiras desligar. Nada muda antes de tocares.",
    ),
    "Italian": Leaving(
        "Fatto: è spento.",
        "Non c'era niente di attivo.",
        "Forse vuoi spegnerlo. Non cambia niente prima che tu tocchi.",
    ),
    "Dutch": Leaving(
        "Klaar: het staat uit.",
        "Er stond niets aan.",
        "Misschien wil je het uitzetten. Er verandert niets voordat je tikt.",
    ),
    "Polish": Leaving(
        "Gotowe: wyłączone.",
        "Nic nie było włączone.",
        "Może chcesz to wyłączyć. Nic się nie zmieni, zanim nie wybierzesz.",
    ),
    "Russian": Leaving(
        "Готово: выключено.",
        "Ничего не было включено.",
        "Возможно, вы хотите это выключить. Ничего не изменится, пока вы не нажмёте.",
    ),
    "Turkish": Leaving(
        "Tamam: kapatıldı.",
        "Açık bir şey yoktu.",
        "Belki kapatmak istiyorsun. Sen dokunmadan hiçbir şey değişmez.",
    ),
    "Japanese": Leaving(
        "オフにしました。",
        "オンになっているものはありませんでした。",
        "オフにしたいのかもしれません。タップするまで何も変わりません。",
    ),
}
