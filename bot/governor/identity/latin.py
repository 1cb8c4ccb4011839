"""How people ask if this is a person, in languages of Latin letters, each a list of patterns."""

END = r"(?=\W{0,3}$|\s?[?!.,;:)؟،。、।]"
_KIND = (
    r"(?:human(?: being)?|person|robot|(?:chat)?bot|ai|a\.i\.|machine|computer|program|llm|chatgpt|"
    r"gpt|language model|software)"
)
_REAL = r"(?:real|actual|living|genuine|flesh and blood|live)"
_ENGLISH_END = (
    rf"{END}| (?:or|and not|then|tho|though|right|really|at all|by any chance|btw|like me|too|"
    rf"here|"
    r"lol|please|not|am i|are you|is it|no|answering|typing|writing|reading|behind)\b)"
)
ENGLISH = (
    rf"\b(?:are|r) (?:you|u|ya),? (?:(?:an?|really|actually|just|even|like,?|in fact|some|truly|"
    rf"not|"
    rf"secretly|only) ){{0,4}}(?:{_REAL} ){{0,2}}(?:{_KIND}|man|woman|girl|guy|real|"
    rf"automated){_ENGLISH_END}",
    rf"\b(?:you're|you are|ur|u r|youre) (?:(?:just|really|actually|only|not|an?|like) ){{0,4}}"
    rf"(?:{_REAL} )?(?:{_KIND}|real)(?: though| tho|,)? (?:right|are (?:you|u)|aren't (?:you|u)|"
    rf"no|correct|huh|yes|"
    r"yeah|or)\b",
    rf"\b(?:you|this|it) (?:can't|cannot|couldn't|must|could) (?:really )?be (?:just )?(?:an? )?"
    rf"(?:{_REAL} )?{_KIND}{_ENGLISH_END}|\bno way (?:that )?(?:you're|you are|this is|that's) "
    rf"(?:just )?(?:an? )?{_KIND}{_ENGLISH_END}",
    rf"\bam i (?:(?:really|actually|just|even) )?(?:talking|speaking|chatting|writing|texting) "
    rf"(?:to|with) (?:(?:an?|some|another|just|kind of) ){{0,3}}(?:{_REAL} ){{0,2}}(?:{_KIND}|"
    rf"(?:some(?:one|body) )?real|man|woman){_ENGLISH_END}",
    rf"\bis (?:this|there) (?:(?:really|actually|just|an?|some) ){{0,3}}(?:{_REAL} ){{0,2}}{_KIND}"
    rf"{_ENGLISH_END}",
    rf"\b(?:there's|there is|there must be|is there) (?:an? |some )?(?:{_REAL} )?(?:human|person|"
    r"some(?:one|body)) (?:behind|writing|typing|answering|reading|on the other (?:end|side))\b|"
    rf"\bdo i have an? (?:{_REAL} )?(?:human|person) (?:here|there|on)\b",
    rf"\b(?:who|what) am i (?:(?:really|actually|even) )?(?:talking|speaking|chatting) (?:to|with)"
    rf"(?:[^.!?\n]{{0,25}}\b{_KIND}\b|(?: here| rn| right now| then)?\W{{0,3}}$)",
    r"\bis (?:some(?:one|body)|any(?:one|body)) (?:really |actually )?(?:typing|writing|answering|"
    r"behind) (?:this|these|that|here)\b|\bdo you have a (?:body|heartbeat|pulse|human body)\b",
    rf"\bwhat are you,? (?:an? )?(?:{_REAL} )?{_KIND}\b|\byou (?:sound|seem|feel) (?:(?:so|very|"
    rf"too|"
    r"really) )?(?:human|real)\b[^.!?\n]{0,10},? are (?:you|u)\b",
)
_GERMAN_KIND = (
    r"(?:echte[rs]? |richtige[rs]? |wirkliche[rs]? |lebendige[rs]? )?(?:mensch|person|(?:chat)?bot|"
    r"roboter|ki|k\.i\.|ai|maschine|computer|programm)"
)
GERMAN = (
    r"\b(?:bist (?:du|d)|bistu|sind sie|seid ihr)(?: (?:doch|denn|eigentlich|wirklich|echt|nur|"
    r"etwa|"
    rf"jetzt|überhaupt|sicher|keine?|eine?|ne|nen|n)){{0,5}} (?:{_GERMAN_KIND}|echt|real|"
    rf"menschlich)"
    rf"{END}| (?:oder|oda|ne|gell|ja|nicht|wa|hier|aus fleisch)\b)",
    r"\b(?:du bist|sie sind)(?: (?:doch|eigentlich|wirklich|echt|nur|sicher|keine?|eine?|ne|n))"
    rf"{{0,4}} (?:{_GERMAN_KIND}|echt)(?=\?|,? (?:oder|ne|gell|nicht|stimmt)\b)",
    r"\b(?:rede?|schreibe?|spreche?|chatte?) ich(?: \w+){0,3} mit (?:einem|nem|einer|ner|em) "
    r"(?:echten? |richtigen |wirklichen )?(?:menschen|person|bot|roboter|maschine|ki|computer|"
    rf"programm){END}| (?:oder|hier)\b)",
    r"\bmit wem (?:rede?|schreibe?|spreche?|chatte?) ich\b[^.!?\n]{0,30}(?:\?|$|mensch|person|"
    r"maschine|bot)",
    r"^ist (?:das|dies|hier)(?: hier| jetzt)? (?:ein|ne) (?:ro)?bot(?:er)?\b(?! (?:der|die|das))|"
    r"\b(?:sitzt|ist|schreibt|antwortet) (?:da|hier|dort)(?: \w+){0,2} (?:echte[rs]? |"
    r"richtige[rs]? |"
    r"wirkliche[rs]? |leibhaftige[rs]? )(?:mensch|person|jemand)\b|\bda (?:kann|muss)(?: doch| ja)"
    r"{0,2} (?:keine?|nur eine?|eine?) (?:echte[rs]? )?(?:computer|maschine|bot|ki|mensch|programm|"
    r"roboter) (?:sitzen|schreiben|antworten|sein|dahinter)",
)
_SPANISH_END = rf"{END}| (?:o|verdad|no|cierto|en serio)\b)"
_SPANISH_KIND = (
    r"(?:ser humano|human[oa]|persona|robot|(?:chat)?bot|ia|inteligencia artificial|m[aá]quina|"
    r"programa)(?: (?:real|de verdad|humana|de carne y hueso))?"
)
SPANISH = (
    r"\b(?:eres|sos|es usted|usted es|seas)(?: (?:una?|realmente|acaso|solo|sólo|en "
    r"realidad)){0,3} "
    rf"(?:{_SPANISH_KIND}|alguien real|real|de verdad|de carne y hueso)"
    rf"{_SPANISH_END}|^\W{{0,3}}(?:esto )?es un (?:ro)?bot(?:\W{{0,3}}$| o\b)",
    rf"\b(?:hablando|hablo|chateando|escribiendo) con (?:una? )?(?:{_SPANISH_KIND}|alguien real)"
    rf"{_SPANISH_END}|\bcon qui[eé]n (?:estoy hablando|hablo)\b[^.!?\n]{{0,30}}(?:persona|"
    rf"m[aá]quina|"
    r"humano|robot|\?|$)",
    r"\bhay (?:alguien|una persona|un humano)(?: real| de verdad| humano)? (?:ah[ií]|aqu[ií]|"
    r"detr[aá]s|escribiendo|al otro lado)\b",
)
_FRENCH_END = rf"{END}| (?:ou|non|hein|en fait|ici|là|quoi)\b)"
_FRENCH_KIND = (
    r"(?:(?:vraie? )?(?:[eê]tre humain|humaine?|personne)(?: (?:r[eé]elle|humaine))?|robot|"
    r"(?:chat)?bot|ia|intelligence artificielle|machine|ordinateur|programme)"
)
FRENCH = (
    r"\b(?:tu es|t'es|es[- ]tu|vous [eê]tes|[eê]tes[- ]vous|tu serais)(?: (?:une?|vraiment|juste|"
    rf"r[eé]ellement|pas)){{0,3}} (?:{_FRENCH_KIND}|r[eé]el(?:le)?|vraie?){_FRENCH_END}",
    r"\bc'est (?:une? )?(?:bot|robot|humain|machine|ia) (?:ici|qui (?:r[eé]pond|[eé]crit))\b|"
    r"^c'est une? (?:ro)?bot(?:\W{0,3}$| ou\b)",
    r"\b(?:je parle|je discute|j'[eé]cris|on parle|parl[eé]-je|je tchatte)(?: \w+)? (?:à|a|avec) "
    r"une? "
    rf"{_FRENCH_KIND}{_FRENCH_END}|\b(?:à|a|avec) qui (?:je parle|j'[eé]cris|parl[eé]-je)\b"
    r"[^.!?\n]{0,30}(?:humain|personne|machine|robot|\?|$)",
    r"\by a(?:-t-il)? (?:quelqu'un|un humain|une (?:vraie )?personne)(?: de r[eé]el)? "
    r"(?:derri[eè]re|"
    r"qui (?:[eé]crit|r[eé]pond|tape)|au bout)\b",
)
_PORTUGUESE_END = rf"{END}| (?:ou|né|ne|n[aã]o|mesmo|certo|aí|ai)\b)"
_PORTUGUESE_KIND = (
    r"(?:(?:ser )?human[oa]|pessoa|gente|rob[oô]|(?:chat)?bot|ia|inteligência artificial|"
    r"m[aá]quina|"
    r"programa|computador)(?: (?:real|de verdade|humana))?"
)
PORTUGUESE = (
    r"(?:\b(?:voc[eê]|vc|tu|c[eê]|o senhor|a senhora)(?: n[aã]o)? (?:é|e|eh|és|es)|(?:^|[ ,.!])és)"
    rf"(?: (?:uma?|mesmo|realmente|s[oó])){{0,3}} (?:{_PORTUGUESE_KIND}|real|de verdade)"
    rf"{_PORTUGUESE_END}",
    r"\b(?:(?:estou|tô|to) (?:falando|conversando)|falo|a falar) com (?:uma? )?"
    rf"{_PORTUGUESE_KIND}{_PORTUGUESE_END}|\bcom quem (?:estou falando|(?:eu )?falo|tô falando)\b"
    r"[^.!?\n]{0,30}(?:pessoa|m[aá]quina|humano|rob[oô]|\?|$)",
    r"^(?:isso |isto )?é um (?:rob[oô]|bot)(?:\W{0,3}$| ou\b)|\b(?:tem|há) (?:algu[eé]m|uma "
    r"pessoa|um humano)(?: (?:real|de verdade)) (?:aí|ai|atr[aá]s|"
    r"escrevendo|do outro lado)\b",
)
_ITALIAN_END = rf"{END}| (?:o|vero|no|giusto|davvero)\b)"
_ITALIAN_KIND = (
    r"(?:essere umano|uman[oa]|persona|robot|(?:chat)?bot|ia|ai|intelligenza artificiale|macchina|"
    r"programma|computer)(?: (?:vera|reale|umana))?"
)
ITALIAN = (
    r"\b(?:sei|lei è|sarai|saresti)(?: (?:un|una|davvero|mica|solo|proprio|veramente)){0,3} "
    r"(?:un')?"
    rf"(?:{_ITALIAN_KIND}|ver[oa]|reale){_ITALIAN_END}",
    r"^(?:questo )?è un (?:ro)?bot(?:\W{0,3}$| o\b)|"
    rf"\b(?:parlando|parlo|scrivendo|chattando) (?:con|a) (?:una? |"
    rf"un')?{_ITALIAN_KIND}{_ITALIAN_END}|"
    r"\bcon chi (?:sto parlando|parlo)\b[^.!?\n]{0,30}(?:persona|macchina|umano|robot|\?|$)",
    r"\bc'è (?:qualcuno|una persona|un umano)(?: di (?:reale|vero)| vera| reale) (?:l[iì]|là|"
    r"dietro|"
    r"che scrive|dall'altra)",
)
DUTCH = (
    r"\b(?:ben je|ben jij|bent u|je bent|jij bent|u bent)(?: (?:toch|wel|eigenlijk|echt|gewoon|een|"
    r"geen|soms|nou)){0,4} (?:echte? (?:persoon|mens|iemand)|mens|persoon|(?:chat)?bot|robot|ai|"
    rf"machine|computer|programma|echt){END}| (?:of|toch|hè|he|ook)\b)",
    r"\b(?:praat|spreek|chat|schrijf) ik(?: \w+){0,2} met (?:een )?(?:echte? )?(?:mens|persoon|"
    rf"machine|robot|bot|computer|ai){END}| of\b)|^is (?:dit|dat) een (?:ro)?bot\b|\bmet wie "
    rf"(?:praat|spreek|chat) ik\b|\b(?:zit|is) "
    r"(?:daar|er|hier) (?:een )?echte? (?:iemand|mens|persoon)\b",
)
POLISH = (
    r"\b(?:jeste[sś]|pani? jest)(?: (?:ty|chyba|naprawd[eę]|tylko|na pewno|żywym)){0,3} "
    r"(?:(?:prawdziw(?:ym|ą|a) )?(?:cz[lł]owiekiem|osob[aą])|(?:chat)?botem|robotem|ai|si|"
    r"sztuczn[aą] inteligencj[aą]|maszyn[aą]|programem|komputerem|prawdziw[yaą])"
    rf"{END}| (?:czy|prawda|nie|co)\b)",
    r"\b(?:rozmawiam|gadam|pisz[eę])(?: \w+)? z (?:prawdziwym |żywym )?(?:cz[lł]owiekiem|"
    r"maszyn[aą]|"
    rf"botem|robotem|ai){END}| czy\b)|^czy to (?:jest )?(?:ro)?bot\b|\bz kim (?:ja "
    rf")?(?:rozmawiam|gadam|pisz[eę])\b|\b(?:siedzi|"
    r"jest) (?:tam|tu) (?:(?:ktoś|ktos|jaki[sś]) )?(?:prawdziwy|żywy)\b",
)
TURKISH = (
    r"(?<!iyi bir )(?<!kötü bir )\b(?:ger[cç]ek|canl[ıi]|ger[cç]ek (?:bir )?(?:insan|ki[sş]i)|"
    r"insan|"
    r"(?:chat)?bot|robot|yapay zek[aâ]|program|makine|bilgisayar|ai) m[iıu]s[iıu]n(?:[iıu]z)?\b",
    r"\b(?:insan|bot|robot|ger[cç]ek)s[iıu]n,? (?:de[gğ]il|di) ?mi\b|\b(?:insanla|makineyle|botla|"
    r"robotla|biriyle)(?: \w+)? m[iıu] (?:konu[sş]uyorum|yaz[iı][sş][iı]yorum)|^bu bir (?:ro)?bot "
    r"m[ıiu]|^(?:ro)?bot m[uı] bu\b|\bkiminle "
    r"konu[sş]uyorum\b|\borada (?:ger[cç]ek )?(?:biri|bir insan|insan) var m[ıi]\b",
)
INDONESIAN = (
    r"\b(?:kamu|anda|lu|lo|elo|kau)(?: (?:ini|itu|tuh|emang|beneran|sebenarnya|seorang|adalah|cuma|"
    r"bukan)){0,3} (?:manusia|orang (?:beneran|asli|sungguhan|nyata)|(?:chat)?bot|robot|ai|mesin|"
    rf"program|nyata|kecerdasan buatan)(?: sungguhan| asli| beneran)?{END}| (?:ya|atau|apa|bukan|"
    rf"kan|"
    r"gak?|nggak|sih)\b)",
    r"\b(?:ngobrol|bicara|berbicara|chat(?:ting)?|ngomong) (?:sama|dengan|ama) (?:manusia|orang "
    rf"(?:asli|beneran)|bot|robot|mesin|ai){END}| atau\b)|^ini (?:ro)?bot\b|\bini "
    rf"siapa[^.!?\n]{{0,15}}(?:orang|mesin|"
    r"manusia|bot)\b|\bada (?:orang|manusia) (?:asli|beneran|sungguhan)\b",
)
VIETNAMESE = (
    r"(?<!\w)(?:bạn|em|anh|chị|mày|cậu)(?: có phải| thật sự| thực sự| chỉ)?(?: là)?(?: một)? "
    r"(?:người "
    r"thật|người máy|con người|robot|(?:chat)?bot|ai|máy|trí tuệ nhân tạo|chương trình|người)"
    rf"{END}| (?:à|hả|không|phải không|hay|sao|ư|nhỉ|ạ)(?!\w))",
    r"^đây là (?:robot|bot|người thật)|nói (?:chuyện )?với (?:người thật|con người|người máy|"
    r"robot|máy)(?!\w)|nói (?:chuyện )?với ai"
    r"[^.!?\n]{0,12}(?:người|máy)|có (?:ai|người) thật (?:ở )?(?:đó|đây|đằng sau)",
)
HINDUSTANI = (  # in Latin letters, Hindi or Urdu
    r"\b(?:tum|aap|ap|tu|tm)(?: (?:kya|sach me(?:in)?|asli|koi|ek|sachi|really|real)){0,4} "
    r"(?:insaan|insan|"
    r"aadmi|robot|bot|ai|machine|real|asli) (?:ho|hain|hai|ya|h)\b",
)
