"""What the floor says in Portuguese."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first="O número de emergência da sua região, agora, ou alguém por perto que possa vir.",
    directory=f"Em {LINES} há linhas de apoio gratuitas e sigilosas no seu país.",
    eating_directory=(f"Em {EATING_LINES} há linhas gratuitas e sigilosas exatamente para isso."),
    own=(
        "Pelo que você escreveu, sua vida está em risco, e nada aqui importa mais do que "
        "isso. Fique longe do que você poderia usar e deixe alguém ficar com você."
    ),
    about={
        What.TAKEN: ("Ligue antes de escrever mais: diga o que foi tomado, quanto e a que horas."),
        What.VOICES: (
            "O que uma voz manda não é uma ordem que você tenha que cumprir, por mais real "
            "que pareça. Não fique a sós com ela: vá até alguém, conte o que ela diz e "
            "fique longe do que possa machucar."
        ),
        What.EATING: (
            "O que você conta pode ficar grave muito rápido, mesmo que já pareça normal. "
            "Isso é para um pronto-socorro hoje: ligue, ou peça que alguém leve você, e "
            "conte o que seu corpo está fazendo e há quanto tempo. Não precisa dar para "
            "ver de fora para você ter ajuda."
        ),
    },
    an_ai="Sou uma IA e não posso ligar para ninguém.",
    write_on="Você pode continuar escrevendo aqui.",
    again=(
        "Continua valendo: o número de emergência da sua região, ou alguém que venha.",
        (
            "Nada aqui substitui uma pessoa ao seu lado esta noite: ligue para alguém, ou "
            "para a emergência."
        ),
        "Digo de novo porque é a sua vida: a emergência, ou alguém perto de você, agora.",
    ),
    help=(
        "Se chegar mais perto: o número de emergência da sua região, ou alguém por perto. "
        f"Em {LINES} há linhas de apoio gratuitas e sigilosas no seu país."
    ),
    eating_help=(
        "Se você desmaiar, sentir dor no peito ou vir sangue: o número de emergência da "
        f"sua região. Em {EATING_LINES} há linhas gratuitas e sigilosas exatamente para "
        "isso."
    ),
    asked=(
        "Eu li, e não vou passar por cima disso. Você está pensando em se matar? Pode "
        "dizer com todas as letras: não é cobrança, seja qual for a resposta, e você pode "
        "continuar escrevendo."
    ),
    asks={
        What.EATING: (
            "Eu li, e aqui ninguém julga você. Teve desmaio, dor no peito, sangue, ou dias "
            "sem comer? Pode dizer com todas as letras."
        ),
        What.VOICES: (
            "Eu li, e acredito que você ouve essa voz. O que ela manda você fazer, e "
            "parece que você tem que obedecer? Pode dizer com todas as letras."
        ),
    },
    straight="O que você escreveu é sobre a sua vida, e não vou passar por cima disso.",
    begins={
        What.WISH_DEAD: ("Você escreveu que preferia não viver, e não vou passar por cima disso."),
        What.ENDING: (
            "Você escreveu que quer acabar com a sua vida, e não vou passar por cima disso."
        ),
        What.EATING: (
            "Você escreveu no que a comida se transformou para você. Não vou passar por "
            "cima disso, e não é cobrança."
        ),
        What.VOICES: (
            "Você escreveu sobre uma voz que diz o que você tem que fazer. Acredito que "
            "você ouve, e não vou passar por cima disso."
        ),
    },
    concern=(
        "Pergunte sem rodeios se a pessoa está pensando em se matar: perguntar não põe a "
        "ideia na cabeça de ninguém. Depois, escute mais do que fale, ajude a tirar de "
        "perto o que ela poderia usar e chame mais alguém, para você não carregar isso por "
        "conta própria. Se está acontecendo agora: o número de emergência de onde ela "
        "está, e não perca o contato até alguém chegar."
    ),
    steady="O que você escreveu não passa batido aqui. Continue na ordem que quiser.",
    quiet=(
        "Eu li, e isso merece mais do que uma sala cheia. Há uma resposta que só você pode ver."
    ),
    matters="Eu li, e nada aqui importa mais do que isso.",
)
