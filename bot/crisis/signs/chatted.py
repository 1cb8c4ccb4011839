"""Plain words in ten languages as people type them in a chat: without accents, run together.

A wish to be dead, an intent of now, and poison taken, in the first person. What ends otherwise than
a clause ends is an idiom, a place or a plan as often: it is left alone.
"""

from typing import Final

SO = (  # "so" goes on from what is said, as a full stop does
    r"(?:dus|also|deshalb|darum|donc|alors|entonces|así que|portanto|então|quindi|allora|więc|"
    r"dlatego|поэтому|так что|bu yüzden|o yüzden)\b"
)
_END = rf"(?= *(?:$|[.,!?;:…\n)]|{SO}))"
_NOW = {
    "es": r"(?: (?:hoy|esta noche|ahora|ya|mañana|de verdad))?",
    "fr": r"(?: (?:ce soir|maintenant|cette nuit|demain|pour de vrai))?",
    "pt": r"(?: (?:hoje|agora|(?:hoje )?[aà] noite|esta noite|de verdade))?",
    "it": r"(?: (?:stasera|oggi|adesso|stanotte|davvero))?",
}
_EVENING = "(?:heute(?: nacht| abend)? |jetzt )?"

# By language: the intent of now, what was taken, and the wish.
CHATTED: Final = (
    (
        "Spanish",
        rf"\bme voy a (?:matar|suicidar|quitar la vida){_NOW['es']}{_END}|"
        rf"\bpastillas\b[^.!?\n]{{0,30}}\bme las voy a tomar todas{_END}",
        rf"(?<!no )\bme (?:he tomado|tom[eé]|tragu[eé]|he tragado) todas "
        rf"(?:las|mis) pastillas{_END}",
        rf"\b(?:ya )?no (?:quiero|kiero) (?:seguir )?(?:vivir|viviendo)(?: mas)?{_END}|"
        rf"\bojala no (?:me )?(?:despertara|despertase)(?: mañana| nunca| mas)?{_END}|"
        r"\bestar[ií]a mejor muert[oa]\b",
    ),
    (
        "French",
        rf"\bje vais (?:me foutre en l'air|en finir avec la vie|me flinguer){_NOW['fr']}{_END}",
        rf"\bj'ai (?:avalé|pris|avale) toute (?:la|ma) "
        rf"boîte de (?:médicaments|cachets|somnifères){_END}",
        rf"\bj(?:e |')?(?:ne )?veux (?:plus|pas) vivre{_END}|"
        rf"\bj(?:'aimerais|e voudrais) ne (?:plus|jamais) me r[eé]veiller{_END}|"
        rf"\b(?:j'ai )?envie de crever(?:,? pour de vrai)?{_END}",
    ),
    (
        "German",
        rf"\bich bringe? mich {_EVENING}um{_END}|"
        rf"\bich mache? {_EVENING}schluss mit (?:meinem|dem) leben{_END}",
        rf"\bich (?:habe?|hab) alle (?:meine )?(?:tabletten|pillen) (?:geschluckt|genommen){_END}",
        rf"\bich (?:mag|will|kann) (?:einfach )?(?:nicht|nimmer) mehr leben{_END}|"
        rf"\bich w(?:ü|ue)nschte,? ich w(?:ä|ae)re tot{_END}|"
        rf"\b(?:ich )?(?:will|möchte|moechte) (?:einfach )?(?:nur )?(?:noch )?tot sein{_END}",
    ),
    (
        "Portuguese",
        rf"\bvou (?:me matar|me suicidar|acabar com (?:a )?minha vida){_NOW['pt']}{_END}",
        rf"(?<!não )\btomei todos os (?:meus )?(?:comprimidos|rem[eé]dios){_END}",
        rf"\b(?:n[aã]o|nao) (?:quero|aguento) mais viver{_END}|"
        rf"\b(?:eu )?queria (?:morrer|estar mort[oa]|nunca mais acordar|"
        rf"sumir e nunca mais acordar){_NOW['pt']}{_END}",
    ),
    (
        "Italian",
        rf"\b(?:stasera |stanotte |oggi )?mi (?:ammazzo|uccido|suicido){_NOW['it']}{_END}|"
        rf"\bla faccio finita{_NOW['it']}{_END}",
        rf"(?<!non )\bho preso tutte le (?:pastiglie|pillole|compresse){_END}",
        rf"(?<!non )\bvorrei (?:morire|essere mort[oa]|non svegliarmi (?:più|piu|mai)){_END}|"
        rf"\bnon ho (?:più|piu) voglia di vivere{_END}|\bnon voglio piu vivere{_END}",
    ),
    (
        "Dutch",
        rf"\bik maak er (?:vanavond |vannacht |vandaag |nu )?een (?:eind|einde) aan{_END}|"
        rf"\bik ga (?:me|mezelf) (?:ophangen|doden|van kant maken){_END}",
        rf"\bik heb al(?:le|) (?:mijn )?pillen (?:ingenomen|geslikt){_END}",
        rf"\bik wil er niet meer zijn{_END}|\bwas ik maar dood{_END}|"
        rf"\bik wou dat ik (?:niet meer wakker werd|er niet meer was){_END}",
    ),
    (
        "Polish",
        rf"(?<!nie )\b(?:dzisiaj |dziś |teraz )?(?:się|sie) zabij[eę]{_END}|"
        rf"(?<!nie )\b(?:chce|zamierzam) sie zabic{_END}",
        rf"\b(?:połkn|polkn|połk|wzi)(?:ęłam|elam|ąłem|alem|nąłem|nęłam|nalem|nelam|ęłem) "
        rf"wszystkie (?:tabletki|leki|pigułki){_END}",
        rf"\bnie chce mi (?:się|sie) (?:już |juz )?(?:żyć|zyc){_END}|\bnie chce (?:juz )?zyc{_END}|"
        rf"\bchcia[łl](?:a|)bym (?:nie żyć|nie zyc|umrzeć|umrzec){_END}|"
        rf"\bwola[łl](?:a|)bym (?:nie żyć|nie zyc|umrzeć|umrzec){_END}|"
        rf"(?<!nie )\bchce umrzec{_END}",
    ),
    (
        "Russian",
        rf"(?<!не )\bя (?:сегодня |сейчас |завтра )?(?:убью себя|покончу с собой){_END}",
        rf"\bвыпила? все (?:свои )?таблетки{_END}",
        rf"\bне хочется (?:больше |уже )?жить{_END}|\bлучше бы меня не было{_END}|"
        rf"(?<!не )\bхочу сдохнуть{_END}",
    ),
    (
        "Turkish",
        rf"\bkendimi (?:oldurecegim|oldurmek istiyorum){_END}|"
        rf"\bhayat[ıi]ma son verece[gğ]im{_END}",
        rf"\b(?:bütün|butun|tüm|tum) hapları (?:içtim|yuttum){_END}",
        rf"(?:^|(?<=[.,!?\n] )|(?<=artık )|(?<=ben ))(?:yaşamak|yasamak) istemiyorum"
        rf"(?: art[ıi]k)?{_END}|(?:^|(?<=[.,!?\n] )|(?<=ben ))olmek istiyorum{_END}|"
        rf"\bkeşke (?:hiç )?uyanmasam{_END}",
    ),
    (
        "Japanese",
        r"(?:今夜|今日|今から|これから)(?:自殺する|飛び降りる|飛び降ります|死ぬ)(?=$|[。、.,!?\n]|つもり|ね)",
        r"(?:薬|くすり|睡眠薬)を(?:全部|ぜんぶ)(?:飲んだ|飲みました|飲んでしまった)(?=$|[。、.,!?\n])",
        r"しにたい(?!って)|もう生きていたくない|(?:このまま)?目が覚めなければいい(?:のに)?(?=$|[。、.,!?\n])",
    ),
)

# What every match of one language's holds, in the same order: a text without it is not searched.
STEMS: Final = (
    ("me voy|las voy", "pastillas", "viv|ojala|muert"),
    ("je vais", "toute", "vivre|veiller|crever"),
    ("ich bring|ich mach", "alle", "leben|tot"),
    ("vou ", "todos os", "viver|queria"),
    ("mi ammazzo|mi uccido|mi suicido|finita", "ho preso", "vorrei|voglia|voglio"),
    ("ik maak|ik ga", "ik heb al", "ik wil er|maar dood|ik wou"),
    ("zabij|zabic", "wszystkie", "chce|chcia|wola"),
    ("себя|собой", "выпил", "хочется|лучше бы|сдохнуть"),
    ("kendimi|hayat", "hapları", "istemiyorum|istiyorum|uyanmasam"),
    ("自殺|飛び降り|死ぬ", "を", "しにたい|生きて|目が覚め"),
)
