"""What the floor says in Polish."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first="Numer alarmowy tam, gdzie jesteś, teraz, albo ktoś blisko, kto może przyjść.",
    directory=f"Na {LINES} są bezpłatne i poufne telefony zaufania w twoim kraju.",
    eating_directory=(
        f"Na {EATING_LINES} są bezpłatne i poufne telefony właśnie dla takich spraw."
    ),
    own=(
        "To, co piszesz, brzmi tak, jakby twoje życie było w niebezpieczeństwie, i nic tu "
        "nie jest ważniejsze. Odejdź od tego, czego można by użyć, i niech ktoś będzie "
        "przy tobie."
    ),
    about={
        What.TAKEN: ("Zadzwoń, zanim napiszesz coś więcej: powiedz, co to było, ile i o której."),
        What.VOICES: (
            "Tego, co każe głos, nie trzeba wykonywać, choćby brzmiał bardzo prawdziwie. "
            "Nie zostawaj z nim sam na sam: idź do kogoś, powiedz, co ten głos mówi, i "
            "odejdź od wszystkiego, co może zranić."
        ),
        What.EATING: (
            "To, o czym piszesz, może bardzo szybko stać się groźne, nawet jeśli wydaje ci "
            "się już zwyczajne. Z tym trzeba dziś do lekarza: zadzwoń albo niech ktoś cię "
            "zawiezie, i powiedz, co się dzieje z ciałem i od kiedy. Nie musi być tego "
            "widać, żeby należała ci się pomoc."
        ),
    },
    an_ai="Jestem SI i nie mogę do nikogo zadzwonić.",
    write_on="Możesz dalej tu pisać.",
    again=(
        "To samo nadal jest ważne: numer alarmowy albo ktoś, kto przyjdzie.",
        ("Nic tutaj nie zastąpi tej nocy człowieka obok: zadzwoń do kogoś albo na numer alarmowy."),
        (
            "Mówię to jeszcze raz, bo chodzi o twoje życie: numer alarmowy albo ktoś przy "
            "tobie, teraz."
        ),
    ),
    help=(
        "Jeśli to się zbliży: numer alarmowy tam, gdzie jesteś, albo ktoś blisko. Na "
        f"{LINES} są bezpłatne i poufne telefony zaufania w twoim kraju."
    ),
    eating_help=(
        "Jeśli zemdlejesz, zaboli cię w klatce piersiowej albo pojawi się krew: numer "
        f"alarmowy tam, gdzie jesteś. Na {EATING_LINES} są bezpłatne i poufne telefony "
        "właśnie dla takich spraw."
    ),
    asked=(
        "Widzę to i nie przechodzę nad tym do porządku. Czy myślisz o tym, żeby się zabić? "
        "Możesz to tu powiedzieć wprost: to żaden zarzut, jakakolwiek jest odpowiedź, i "
        "możesz pisać dalej."
    ),
    asks={
        What.EATING: (
            "Widzę to i nikt cię tu nie ocenia. Czy były omdlenia, ból w klatce "
            "piersiowej, krew albo dni bez jedzenia? Możesz to tu powiedzieć wprost."
        ),
        What.VOICES: (
            "Widzę to i wierzę, że słyszysz ten głos. Co każe ci zrobić i czy czujesz, że "
            "musisz? Możesz to tu powiedzieć wprost."
        ),
    },
    straight="To, co piszesz, dotyczy twojego życia, i nie przechodzę nad tym do porządku.",
    begins={
        What.WISH_DEAD: "Piszesz, że wolisz nie żyć, i nie przechodzę nad tym do porządku.",
        What.ENDING: (
            "Piszesz, że chcesz odebrać sobie życie, i nie przechodzę nad tym do porządku."
        ),
        What.EATING: (
            "Piszesz, czym stało się dla ciebie jedzenie. Nie przechodzę nad tym do "
            "porządku, i to żaden zarzut."
        ),
        What.VOICES: (
            "Piszesz o głosie, który mówi ci, co masz robić. Wierzę, że go słyszysz, i nie "
            "przechodzę nad tym do porządku."
        ),
    },
    concern=(
        "Zapytaj wprost, czy ta osoba myśli o tym, żeby się zabić: samo pytanie nikomu nie "
        "podsunie tej myśli. Potem słuchaj więcej, niż mówisz, pomóż schować to, czego "
        "można by użyć, i włącz jeszcze kogoś, żeby nie dźwigać tego w pojedynkę. Jeśli to "
        "dzieje się teraz: numer alarmowy tam, gdzie ta osoba jest, i nie trać kontaktu, "
        "dopóki ktoś nie przyjdzie."
    ),
    steady="To, co piszesz, tu nie przepada. Pisz dalej w dowolnej kolejności.",
    quiet=(
        "Widzę to, i zasługuje na więcej niż pełen pokój. Jest odpowiedź, którą możesz "
        "zobaczyć tylko ty."
    ),
    matters="Widzę to, i nic tu nie jest ważniejsze.",
)
