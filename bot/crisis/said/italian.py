"""What the floor says in Italian."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first=(
        "Il numero di emergenza del posto in cui sei, adesso, o qualcuno vicino che possa venire."
    ),
    directory=f"Su {LINES} trovi linee di ascolto gratuite e riservate nel tuo paese.",
    eating_directory=f"Su {EATING_LINES} trovi linee gratuite e riservate proprio per questo.",
    own=(
        "Da quello che scrivi la tua vita è in pericolo, e qui niente conta di più. "
        "Allontanati da quello che potresti usare e lascia che qualcuno stia con te."
    ),
    about={
        What.TAKEN: (
            "Chiama prima di scrivere altro: di' che cosa è stato preso, quanto e a che ora."
        ),
        What.VOICES: (
            "Quello che ti comanda una voce non è un ordine a cui devi obbedire, per "
            "quanto sembri vera. Non restare a tu per tu con lei: vai da qualcuno, "
            "racconta che cosa ti dice e allontanati da ciò che può fare male."
        ),
        What.EATING: (
            "Quello che racconti può diventare grave molto in fretta, anche se ormai ti "
            "sembra normale. Serve un medico oggi: chiama, o fatti accompagnare, e di' che "
            "cosa sta facendo il tuo corpo e da quanto. Non serve che si veda da fuori per "
            "avere diritto a un aiuto."
        ),
    },
    an_ai="Sono un'IA e non posso chiamare nessuno.",
    write_on="Puoi continuare a scrivere qui.",
    again=(
        ("Vale ancora quello che ho detto: il numero di emergenza, o qualcuno che venga da te."),
        (
            "Niente qui prende il posto di una persona accanto a te stanotte: chiama "
            "qualcuno, o l'emergenza."
        ),
        (
            "Te lo ridico perché è la tua vita: il numero di emergenza, o qualcuno vicino "
            "a te, adesso."
        ),
    ),
    help=(
        "Se si fa più vicino: il numero di emergenza del posto in cui sei, o qualcuno "
        f"vicino. Su {LINES} trovi linee di ascolto gratuite e riservate nel tuo paese."
    ),
    eating_help=(
        "Se svieni, hai dolore al petto o vedi sangue: il numero di emergenza del posto in "
        f"cui sei. Su {EATING_LINES} trovi linee gratuite e riservate proprio per questo."
    ),
    asked=(
        "Ho letto, e non passo oltre. Stai pensando di ucciderti? Qui puoi dirlo così "
        "com'è: nessun rimprovero, comunque sia, e puoi continuare a scrivere."
    ),
    asks={
        What.EATING: (
            "Ho letto, e qui nessuno ti giudica. Ci sono stati svenimenti, dolori al "
            "petto, sangue, o giorni senza mangiare? Puoi dirlo così com'è."
        ),
        What.VOICES: (
            "Ho letto, e ti credo quando dici che la senti. Che cosa ti dice di fare "
            "quella voce, e ti sembra di doverlo fare? Puoi dirlo così com'è."
        ),
    },
    straight="Quello che hai scritto riguarda la tua vita, e non passo oltre.",
    begins={
        What.WISH_DEAD: "Hai scritto che preferiresti non vivere, e non passo oltre.",
        What.ENDING: "Hai scritto che vuoi toglierti la vita, e non passo oltre.",
        What.EATING: (
            "Hai scritto che cosa è diventato per te mangiare. Non passo oltre, e non è un "
            "rimprovero."
        ),
        What.VOICES: (
            "Hai scritto di una voce che ti dice che cosa fare. Ti credo quando dici che "
            "la senti, e non passo oltre."
        ),
    },
    concern=(
        "Chiedi senza giri di parole se sta pensando di uccidersi: chiederlo non mette "
        "l'idea in testa a nessuno. Poi ascolta più di quanto parli, aiuta a mettere "
        "lontano ciò che potrebbe usare e coinvolgi un'altra persona, così non porti tutto "
        "tu. Se sta succedendo adesso: il numero di emergenza del posto in cui si trova, e "
        "resta in contatto finché non arriva qualcuno."
    ),
    steady="Quello che hai scritto qui non cade nel vuoto. Vai avanti nell'ordine che vuoi.",
    quiet=(
        "Ho letto, e merita più di una stanza affollata. C'è una risposta che puoi vedere solo tu."
    ),
    matters="Ho letto, e qui niente conta di più.",
)
