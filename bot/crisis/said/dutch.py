"""What the floor says in Dutch."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first="Het alarmnummer bij jou in de buurt, nu, of iemand dichtbij die kan komen.",
    directory=f"Op {LINES} staan gratis en vertrouwelijke hulplijnen in jouw land.",
    eating_directory=(
        f"Op {EATING_LINES} staan gratis en vertrouwelijke hulplijnen precies hiervoor."
    ),
    own=(
        "Wat je schrijft klinkt alsof je leven in gevaar is, en niets is hier nu "
        "belangrijker. Ga weg van wat je zou kunnen gebruiken en laat iemand bij je zijn."
    ),
    about={
        What.TAKEN: (
            "Bel voordat je verder schrijft: zeg wat er is ingenomen, hoeveel en wanneer."
        ),
        What.VOICES: (
            "Wat een stem je opdraagt hoef je niet te doen, hoe echt ze ook klinkt. Blijf "
            "er niet alleen mee: ga naar iemand toe, vertel wat de stem zegt en ga weg van "
            "alles waar iemand mee gewond kan raken."
        ),
        What.EATING: (
            "Wat je beschrijft kan heel snel gevaarlijk worden, ook als je eraan gewend "
            "bent. Hier moet vandaag een arts naar kijken: bel, of laat je brengen, en "
            "vertel wat je lichaam doet en hoelang al. Niemand hoeft het aan je te zien "
            "voordat je hulp mag krijgen."
        ),
    },
    an_ai="Ik ben een AI en kan niemand bellen.",
    write_on="Je kunt hier blijven schrijven.",
    again=(
        "Wat ik zei geldt nog steeds: het alarmnummer, of iemand die naar je toe komt.",
        "Niets hier vervangt vannacht een mens naast je: bel iemand, of het alarmnummer.",
        (
            "Ik zeg het nog een keer omdat het om jouw leven gaat: het alarmnummer, of "
            "iemand bij je, nu."
        ),
    ),
    help=(
        "Als het dichterbij komt: het alarmnummer, of iemand bij jou in de buurt. Op "
        f"{LINES} staan gratis en vertrouwelijke hulplijnen in jouw land."
    ),
    eating_help=(
        "Als je flauwvalt, pijn op je borst hebt of bloed ziet: het alarmnummer. Op "
        f"{EATING_LINES} staan gratis en vertrouwelijke hulplijnen precies hiervoor."
    ),
    asked=(
        "Ik heb het gelezen en ik ga er niet aan voorbij. Denk je eraan om jezelf te "
        "doden? Je kunt het hier gewoon zeggen: het is geen verwijt, wat het antwoord ook "
        "is, en je kunt blijven schrijven."
    ),
    asks={
        What.EATING: (
            "Ik heb het gelezen, en niemand oordeelt hier over je. Ben je flauwgevallen, "
            "had je pijn op je borst of bloed, of heb je dagen niet gegeten? Je kunt het "
            "hier gewoon zeggen."
        ),
        What.VOICES: (
            "Ik heb het gelezen en ik geloof dat je die stem hoort. Wat moet je van die "
            "stem doen, en voelt het alsof je wel moet? Je kunt het hier gewoon zeggen."
        ),
    },
    straight="Wat je schreef gaat over je leven, en ik ga er niet aan voorbij.",
    begins={
        What.WISH_DEAD: ("Je schreef dat je liever niet meer leeft, en ik ga er niet aan voorbij."),
        What.ENDING: (
            "Je schreef dat je een eind aan je leven wilt maken, en ik ga er niet aan voorbij."
        ),
        What.EATING: (
            "Je schreef wat eten voor je geworden is. Ik ga er niet aan voorbij, en het is "
            "geen verwijt."
        ),
        What.VOICES: (
            "Je schreef over een stem die zegt wat je moet doen. Ik geloof dat je die "
            "hoort, en ik ga er niet aan voorbij."
        ),
    },
    concern=(
        "Vraag ronduit of diegene eraan denkt zichzelf te doden: met die vraag breng je "
        "niemand op een idee. Luister daarna meer dan je praat, help weg te leggen wat "
        "gevaarlijk kan zijn, en haal er nog iemand bij, zodat je dit niet alleen draagt. "
        "Als het nu gebeurt: het alarmnummer daar, en houd contact tot er iemand is."
    ),
    steady="Wat je schreef gaat hier niet verloren. Ga verder in de volgorde die je wilt.",
    quiet=(
        "Ik heb het gelezen, en het verdient meer dan een drukke kamer. Er is een antwoord "
        "dat alleen jij kunt zien."
    ),
    matters="Ik heb het gelezen, en niets is hier nu belangrijker.",
)
