"""What the floor says in Spanish."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first="Tu número local de emergencias, ahora mismo, o alguien cercano que pueda venir.",
    directory=f"En {LINES} hay líneas de ayuda gratuitas y confidenciales de tu país.",
    eating_directory=(f"En {EATING_LINES} hay líneas gratuitas y confidenciales justo para esto."),
    own=(
        "Por lo que escribes, tu vida corre peligro, y aquí nada importa más que eso. "
        "Aléjate de lo que podrías usar y deja que alguien esté contigo."
    ),
    about={
        What.TAKEN: ("Llama antes de seguir escribiendo: di qué has tomado, cuánto y a qué hora."),
        What.VOICES: (
            "Lo que te manda una voz no es una orden que tengas que cumplir, por muy real "
            "que suene. No te quedes a solas con ella: ve con alguien, cuéntale qué te "
            "dice y aléjate de lo que pueda hacer daño."
        ),
        What.EATING: (
            "Lo que cuentas puede volverse grave muy deprisa, aunque ya te parezca normal. "
            "Esto hay que verlo hoy en urgencias: llama o que alguien te lleve, y cuenta "
            "qué le está pasando a tu cuerpo y desde cuándo. No hace falta que se te note "
            "para que te ayuden."
        ),
    },
    an_ai="Soy una IA y no puedo llamar a nadie.",
    write_on="Puedes seguir escribiendo aquí.",
    again=(
        "Sigue en pie lo mismo: tu número local de emergencias, o alguien que venga.",
        (
            "Nada de lo que yo diga sustituye a una persona a tu lado esta noche: llama a "
            "alguien, o a emergencias."
        ),
        ("Te lo repito porque se trata de tu vida: emergencias, o alguien cerca de ti, ahora."),
    ),
    help=(
        "Si se acerca más: tu número local de emergencias, o alguien que tengas cerca. En "
        f"{LINES} hay líneas de ayuda gratuitas y confidenciales de tu país."
    ),
    eating_help=(
        "Si te desmayas, te duele el pecho o ves sangre: tu número local de emergencias. "
        f"En {EATING_LINES} hay líneas gratuitas y confidenciales justo para esto."
    ),
    asked=(
        "Te he leído y no voy a pasarlo por alto. ¿Estás pensando en matarte? Puedes "
        "decirlo tal cual: no es ningún reproche, sea cual sea la respuesta, y puedes "
        "seguir escribiendo."
    ),
    asks={
        What.EATING: (
            "Te he leído y aquí no se juzga nada. ¿Has tenido desmayos, dolor en el pecho "
            "o sangre, o llevas días sin comer? Puedes decirlo tal cual."
        ),
        What.VOICES: (
            "Te he leído y creo que la oyes. ¿Qué te dice esa voz que hagas, y sientes que "
            "tienes que hacerlo? Puedes decirlo tal cual."
        ),
    },
    straight="Lo que has escrito va de tu vida, y no voy a pasarlo por alto.",
    begins={
        What.WISH_DEAD: "Has escrito que preferirías no vivir, y no voy a pasarlo por alto.",
        What.ENDING: ("Has escrito que quieres acabar con tu vida, y no voy a pasarlo por alto."),
        What.EATING: (
            "Has escrito en qué se ha convertido para ti la comida. No voy a pasarlo por "
            "alto, y no es ningún reproche."
        ),
        What.VOICES: (
            "Has escrito que una voz te dice lo que tienes que hacer. Creo que la oyes, y "
            "no voy a pasarlo por alto."
        ),
    },
    concern=(
        "Pregúntale sin rodeos si está pensando en matarse: por preguntar no le metes la "
        "idea en la cabeza. Después escucha más de lo que hables, ayuda a guardar lejos lo "
        "que podría usar y avisa a alguien más, para que no cargues con esto a solas. Si "
        "está pasando ahora: su número local de emergencias, y no cortes el contacto hasta "
        "que llegue alguien."
    ),
    steady="Lo que has escrito no cae en saco roto. Sigue en el orden que quieras.",
    quiet=(
        "Lo he leído, y merece más que una sala llena de gente. Hay una respuesta que solo "
        "puedes ver tú."
    ),
    matters="Lo he leído, y aquí nada importa más que eso.",
)
