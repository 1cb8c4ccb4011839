"""What is said first to who leaves in the words of another language than English."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeavingAnswers:
    """What is said first, in another language than English, to who leaves in its words."""

    done: str  # it was on, and is off
    already: str  # nothing was on
    asked: str  # it may have been meant, and nothing changes before a tap
    erases: str  # above the question whether to erase what is kept


LEAVING: dict[str, LeavingAnswers] = {
    "Spanish": LeavingAnswers(
        "Hecho: está desactivado.",
        "No había nada activado.",
        "Quizá quieres desactivarlo. Nada cambia hasta que toques.",
        "¿Borrar todo lo que se guarda de ti aquí? Nada se borra hasta que toques.",
    ),
    "French": LeavingAnswers(
        "C'est fait : c'est désactivé.",
        "Rien n'était activé.",
        "Tu veux peut-être le désactiver. Rien ne change avant que tu touches.",
        "Effacer tout ce qui est gardé de toi ici ? Rien n'est effacé avant que tu touches.",
    ),
    "German": LeavingAnswers(
        "Erledigt: Es ist aus.",
        "Es war nichts eingeschaltet.",
        "Vielleicht willst du es ausschalten. Nichts ändert sich, bevor du tippst.",
        "Alles löschen, was hier von dir aufbewahrt wird? Nichts wird gelöscht, bevor du tippst.",
    ),
    "Portuguese": LeavingAnswers(
        "Pronto: está desligado.",
        "Não havia nada ligado.",
        "Talvez queiras desligar. Nada muda antes de tocares.",
        "Apagar tudo o que fica guardado de ti aqui? Nada se apaga antes de tocares.",
    ),
    "Italian": LeavingAnswers(
        "Fatto: è spento.",
        "Non c'era niente di attivo.",
        "Forse vuoi spegnerlo. Non cambia niente prima che tu tocchi.",
        "Cancellare tutto quello che è conservato di te qui? Non si cancella niente prima "
        "che tu tocchi.",
    ),
    "Dutch": LeavingAnswers(
        "Klaar: het staat uit.",
        "Er stond niets aan.",
        "Misschien wil je het uitzetten. Er verandert niets voordat je tikt.",
        "Alles wissen wat hier van je bewaard wordt? Er wordt niets gewist voordat je tikt.",
    ),
    "Polish": LeavingAnswers(
        "Gotowe: wyłączone.",
        "Nic nie było włączone.",
        "Może chcesz to wyłączyć. Nic się nie zmieni, zanim nie wybierzesz.",
        "Usunąć wszystko, co jest tu o tobie przechowywane? Nic się nie usunie, zanim nie "
        "wybierzesz.",
    ),
    "Russian": LeavingAnswers(
        "Готово: выключено.",
        "Ничего не было включено.",
        "Возможно, вы хотите это выключить. Ничего не изменится, пока вы не нажмёте.",
        "Удалить всё, что здесь о вас хранится? Ничего не удалится, пока вы не нажмёте.",
    ),
    "Turkish": LeavingAnswers(
        "Tamam: kapatıldı.",
        "Açık bir şey yoktu.",
        "Belki kapatmak istiyorsun. Sen dokunmadan hiçbir şey değişmez.",
        "Burada seninle ilgili saklanan her şey silinsin mi? Sen dokunmadan hiçbir şey silinmez.",
    ),
    "Japanese": LeavingAnswers(
        "オフにしました。",
        "オンになっているものはありませんでした。",
        "オフにしたいのかもしれません。タップするまで何も変わりません。",
        "ここに保存されているあなたの記録をすべて消しますか。タップするまで何も消えません。",
    ),
}
