"""What the floor says in German."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first="Der Notruf bei dir vor Ort, jetzt, oder jemand in deiner Nähe, der kommen kann.",
    directory=f"Auf {LINES} stehen kostenlose, vertrauliche Hilfetelefone in deinem Land.",
    eating_directory=(
        f"Auf {EATING_LINES} stehen kostenlose, vertrauliche Hilfetelefone genau dafür."
    ),
    own=(
        "Was du schreibst, klingt nach Lebensgefahr, und nichts anderes ist hier gerade so "
        "wichtig. Geh weg von dem, womit du es tun könntest, und lass jemanden bei dir "
        "sein."
    ),
    about={
        What.TAKEN: "Ruf an, bevor du weiterschreibst: sag, was es war, wie viel und wann.",
        What.VOICES: (
            "Was dir eine Stimme befiehlt, musst du nicht tun, so echt sie auch klingt. "
            "Bleib nicht allein mit ihr: geh zu einem Menschen, sag, was sie sagt, und geh "
            "weg von allem, womit jemand verletzt werden kann."
        ),
        What.EATING: (
            "Was du beschreibst, kann sehr schnell gefährlich werden, auch wenn du dich "
            "daran gewöhnt hast. Das gehört heute in ärztliche Hände: ruf an oder lass "
            "dich hinbringen, und sag, was dein Körper macht und seit wann. Man muss dir "
            "nichts ansehen, damit du Hilfe bekommst."
        ),
    },
    an_ai="Ich bin eine KI und kann niemanden anrufen.",
    write_on="Du kannst hier weiterschreiben.",
    again=(
        "Es gilt weiter, was ich gesagt habe: der Notruf, oder jemand, der zu dir kommt.",
        (
            "Nichts hier ersetzt heute Nacht einen Menschen neben dir: ruf jemanden an, "
            "oder den Notruf."
        ),
        (
            "Ich sage es noch einmal, weil es dein Leben ist: der Notruf, oder jemand bei "
            "dir, jetzt."
        ),
    ),
    help=(
        "Wenn es näher kommt: der Notruf bei dir vor Ort, oder jemand in deiner Nähe. Auf "
        f"{LINES} stehen kostenlose, vertrauliche Hilfetelefone in deinem Land."
    ),
    eating_help=(
        "Wenn du umkippst, Schmerzen in der Brust hast oder Blut siehst: der Notruf bei "
        f"dir vor Ort. Auf {EATING_LINES} stehen kostenlose, vertrauliche Hilfetelefone "
        "genau dafür."
    ),
    asked=(
        "Ich habe das gelesen und gehe nicht darüber hinweg. Denkst du daran, dich "
        "umzubringen? Du kannst es hier offen sagen: es ist kein Vorwurf, so oder so, und "
        "du kannst weiterschreiben."
    ),
    asks={
        What.EATING: (
            "Ich habe das gelesen, und hier urteilt niemand. Bist du umgekippt, hattest du "
            "Schmerzen in der Brust oder Blut, oder hast du tagelang nichts gegessen? Du "
            "kannst es hier offen sagen."
        ),
        What.VOICES: (
            "Ich habe das gelesen und glaube dir, dass du sie hörst. Was sollst du tun, "
            "wenn es nach der Stimme geht, und fühlt es sich an, als müsstest du? Du "
            "kannst es hier offen sagen."
        ),
    },
    straight=("Was du geschrieben hast, betrifft dein Leben, und ich gehe nicht darüber hinweg."),
    begins={
        What.WISH_DEAD: (
            "Du schreibst, dass du lieber nicht mehr leben würdest, und ich gehe nicht "
            "darüber hinweg."
        ),
        What.ENDING: (
            "Du schreibst, dass du dir das Leben nehmen willst, und ich gehe nicht darüber hinweg."
        ),
        What.EATING: (
            "Du schreibst, was aus dem Essen für dich geworden ist. Ich gehe nicht darüber "
            "hinweg, und es ist kein Vorwurf."
        ),
        What.VOICES: (
            "Du schreibst von einer Stimme, die dir sagt, was du tun sollst. Ich glaube "
            "dir, dass du sie hörst, und gehe nicht darüber hinweg."
        ),
    },
    concern=(
        "Frag geradeheraus, ob es um Selbstmordgedanken geht: mit der Frage setzt du "
        "niemandem etwas in den Kopf. Dann hör mehr zu, als du redest, hilf wegzuräumen, "
        "was gefährlich werden kann, und hol noch jemanden dazu, damit du das nicht allein "
        "trägst. Wenn es gerade passiert: der Notruf dort vor Ort, und bleib in Kontakt, "
        "bis jemand da ist."
    ),
    steady=(
        "Was du geschrieben hast, geht hier nicht unter. Mach weiter, in welcher "
        "Reihenfolge du willst."
    ),
    quiet=(
        "Ich habe das gelesen, und es verdient mehr als einen vollen Raum. Es gibt eine "
        "Antwort, die nur du sehen kannst."
    ),
    matters="Ich habe das gelesen, und nichts anderes ist hier gerade so wichtig.",
)
