"""What the floor says in French."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first=(
        "Le numéro d'urgence de ton pays, tout de suite, ou quelqu'un près de toi qui peut venir."
    ),
    directory=(
        f"Sur {LINES}, il y a des lignes d'écoute gratuites et confidentielles dans ton pays."
    ),
    eating_directory=(
        f"Sur {EATING_LINES}, il y a des lignes gratuites et confidentielles pour ça précisément."
    ),
    own=(
        "À te lire, ta vie est en danger, et rien d'autre ne compte autant ici. "
        "Éloigne-toi de ce que tu pourrais utiliser, et laisse quelqu'un être avec toi."
    ),
    about={
        What.TAKEN: (
            "Appelle avant d'écrire quoi que ce soit d'autre : dis ce qui a été pris, "
            "combien, et à quelle heure."
        ),
        What.VOICES: (
            "Ce qu'une voix te commande n'est pas un ordre auquel tu dois obéir, même si "
            "elle paraît très réelle. Ne reste pas en tête-à-tête avec elle : va vers "
            "quelqu'un, dis ce qu'elle te dit, et éloigne-toi de ce qui pourrait blesser."
        ),
        What.EATING: (
            "Ce que tu décris peut devenir grave très vite, même si tu t'y es fait. Il "
            "faut voir un médecin aujourd'hui : appelle, ou fais-toi emmener, et raconte "
            "ce que fait ton corps et depuis quand. Pas besoin que ça se voie pour avoir "
            "droit à de l'aide."
        ),
    },
    an_ai="Je suis une IA et je ne peux appeler personne.",
    write_on="Tu peux continuer à écrire ici.",
    again=(
        (
            "Ce que j'ai dit tient toujours : le numéro d'urgence de ton pays, ou "
            "quelqu'un qui vient."
        ),
        (
            "Rien ici ne remplace quelqu'un à côté de toi cette nuit : appelle une "
            "personne, ou les urgences."
        ),
        (
            "Je le redis parce que c'est ta vie : les urgences, ou quelqu'un près de toi, "
            "maintenant."
        ),
    ),
    help=(
        "Si ça se rapproche : le numéro d'urgence de ton pays, ou quelqu'un près de toi. "
        f"Sur {LINES}, il y a des lignes d'écoute gratuites et confidentielles dans ton "
        "pays."
    ),
    eating_help=(
        "Si tu fais un malaise, si tu as mal à la poitrine ou s'il y a du sang : le numéro "
        f"d'urgence de ton pays. Sur {EATING_LINES}, il y a des lignes gratuites et "
        "confidentielles pour ça précisément."
    ),
    asked=(
        "J'ai lu ce que tu écris, et je ne passe pas à autre chose. Est-ce que tu penses à "
        "te tuer ? Tu peux le dire tel quel ici : aucun reproche, quelle que soit la "
        "réponse, et tu peux continuer à écrire."
    ),
    asks={
        What.EATING: (
            "J'ai lu, et personne ne te juge ici. Est-ce qu'il y a eu des malaises, des "
            "douleurs à la poitrine, du sang, ou des jours sans manger ? Tu peux le dire "
            "tel quel."
        ),
        What.VOICES: (
            "J'ai lu, et je te crois quand tu dis que tu l'entends. Qu'est-ce que cette "
            "voix te dit de faire, et est-ce que tu as l'impression de devoir le faire ? "
            "Tu peux le dire tel quel."
        ),
    },
    straight="Ce que tu as écrit touche à ta vie, et je ne passe pas à autre chose.",
    begins={
        What.WISH_DEAD: (
            "Tu as écrit que tu préférerais ne plus vivre, et je ne passe pas à autre chose."
        ),
        What.ENDING: (
            "Tu as écrit que tu veux mettre fin à ta vie, et je ne passe pas à autre chose."
        ),
        What.EATING: (
            "Tu as écrit ce que manger est devenu pour toi. Je ne passe pas à autre chose, "
            "et ce n'est pas un reproche."
        ),
        What.VOICES: (
            "Tu as écrit qu'une voix te dit quoi faire. Je te crois quand tu dis que tu "
            "l'entends, et je ne passe pas à autre chose."
        ),
    },
    concern=(
        "Demande-lui franchement si l'idée de se tuer est là : poser la question ne met "
        "cette idée dans la tête de personne. Ensuite, écoute plus que tu ne parles, aide "
        "à mettre hors de portée ce qui pourrait servir, et préviens encore quelqu'un, "
        "pour ne pas porter ça en solitaire. Si c'est en train d'arriver : son numéro "
        "d'urgence, et garde le contact jusqu'à ce que quelqu'un soit là."
    ),
    steady="Ce que tu as écrit ne passe pas inaperçu ici. Continue dans l'ordre que tu veux.",
    quiet=(
        "J'ai lu, et ça mérite mieux qu'un salon plein de monde. Il y a une réponse que "
        "personne d'autre que toi ne peut voir."
    ),
    matters="J'ai lu, et rien d'autre ne compte autant ici.",
)
