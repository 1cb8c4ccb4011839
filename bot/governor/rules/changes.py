"""A claim that something was changed, kept, sent or told: no draft can do any of it.

Only a command, a tap or a plain sentence to the program changes a level, keeps or erases words,
reports a reply or ends consent, and the program says so itself. "Done, it is off" from a model is
therefore always false, and the person may rely on it. English; the plainest in ten other languages.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_DID = (
    r"(?:turned|switched|shut|set|put|changed|moved|lowered|raised|updated|adjusted|reset|disabled|"
    r"enabled|deactivated|activated|erased|deleted|removed|wiped|cleared|forgotten|purged|saved|"
    r"stored|recorded|logged|noted|remembered|memori[sz]ed|reported|flagged|escalated|submitted|"
    r"forwarded|notified|informed|alerted|contacted|messaged|emailed|called|paused|resumed|"
    r"stopped|muted|blocked|banned|unsubscribed|withdrawn|revoked|cancel+ed|scheduled|opted)"
)
_I = (
    r"\b(?:i(?:'ve| have)(?: (?:now|just|already|also|gone ahead and|successfully))*|"
    r"i (?:just|now|already|also|went ahead and) |i've gone ahead and) ?"
)
_OURS = (
    r"(?:it|that|this|everything|all(?: of (?:it|that|this))?|you|them|him|her|myself|attune|"
    r"(?:your|our|my|the|a|an) (?:[\w'-]+ ){0,3}?(?:off|data|memor(?:y|ies)|messages?|history|"
    r"conversations?|chats?|level|ceiling|depth|mode|settings?|preferences?|profile|account|"
    r"consent|style|notes?|record|card|night card|words|reminders?|alarms?|timer|admins?|"
    r"moderators?|mods|operator|team|staff|authorit\w+|police|services?|ambulance|developers?|"
    r"friends?|family|contact|therapist|report|reply|key|observations?|markers?|thread))"
)
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"{_I}{_DID} {_OURS}\b",
        rf"^(?:(?:ok|okay|sure|done|yes|alright|all right|got it|of course)[,.!: -]+)?"
        rf"i (?:turned|switched|deleted|erased|saved|stored|reported|notified|paused|cleared|"
        rf"wiped|disabled|alerted|informed|contacted) {_OURS}\b(?! (?:when|because|if))",
        # What is the person's or the program's, said as done to it.
        r"\b(?:your|our|all (?:of )?your) (?:\w+ ){0,2}?(?:data|memor(?:y|ies)|messages|history|"
        r"conversations?|chats?|level|ceiling|settings?|preferences?|consent|profile|records?|"
        r"words|report|style|night card) (?:has|have|is|are|was|were)(?: now| been| already| all| "
        r"just)* (?:off|set|erased|deleted|removed|wiped|cleared|gone|saved|stored|updated|changed|"
        r"withdrawn|revoked|reset|recorded|submitted|sent|filed|received)\b(?! (?:when|once|if|as "
        r"soon|by|with|until|after|within|in))",
        r"\byou(?:'re| are| have been|'ve been)(?: now| all)* (?:at|on|set to|back (?:to|at|on)|"
        r"switched to|in|opted) (?:the )?(?:plain|warm|attuned|ongoing|out)\b",
        r"\b(?:level|mode|ceiling)(?: is| has been| was)?(?: now)? (?:set|changed|switched|"
        r"lowered|raised|back|moved)?(?: to)? ?:? ?(?:plain|warm|attuned|ongoing)\b",
        r"^(?:done|ok|okay|noted|set|switched|all set)\s?[:,.!-]+ ?(?:it is |it's |you're |level )?"
        r"(?:now )?(?:plain|warm|attuned|ongoing|off|erased|deleted|saved|paused|reported)\b",
        r"^(?:done[,.!:]? )?(?:your |a |the )?(?:reminder|alarm|timer)s?(?: is| has "
        r"been| was|'s)?(?: now)? (?:set|scheduled|saved|created)\b|\bi(?:'ve|"
        r" have)? ?set (?:you )?(?:a|an|the|your) (?:\w+ )?(?:reminder|alarm|"
        r"timer)\b",
        r"\b(?:the )?(?:admins?|moderators?|mods|operator|police|authorities|emergency services|"
        r"team|staff|your (?:family|friend|therapist|contact)) (?:has|have|was|were|is|are)(?: now|"
        r" been| already)* (?:notified|informed|alerted|contacted|told|called)\b",
        r"\b(?:help|an ambulance|somebody|someone|the police|a counsel+or) (?:is|are) (?:now )?"
        r"on (?:the|its|their) way(?: to you)?\b|\bi(?:'m| am) (?:calling|contacting|notifying|"
        r"alerting|reporting|deleting|erasing|saving|turning|switching) (?:\w+ ){0,3}?(?:911|112|"
        r"emergency|police|admins?|moderators?|help|ambulance|data|everything|it off|off|this)\b",
        # What it would do after this reply: it does nothing between replies.
        r"\bi(?:'ll| will| am going to|'m going to) (?:remind you(?! (?:of|that|how|why)\b)|"
        r"check (?:back|in)(?: (?:on|with) you)?|message you|follow up|notify|alert|"
        r"report (?:this|that|it|him|her|them)|let "
        r"(?:the|your) \w+ know|save (?:this|that|it)|store (?:this|that|it)|keep (?:this|that|it) "
        r"(?:saved|stored|on file|in memory)|remember (?:this|that|it|you)|make (?:a|sure to) "
        r"(?:note|remember)|set (?:a|an|your) (?:\w+ )?(?:reminder|alarm|timer))\b",
        r"\bi(?:'ve| have) made (?:a |an )?(?:\w+ )?(?:note|record|report)\b|\b(?:saved|stored|"
        r"added|committed) (?:it |that |this )?(?:to|in) (?:my )?memory\b|\bmemory updated\b|"
        r"\breport (?:has been |was )?(?:sent|filed|submitted)\b",
    )
)
# These are claims only in answer to somebody who asked for it: an oven may be off as well.
_STATE = (
    r"(?:it|that|this|everything|i)(?:'s| is|'m| am| was| has been|'s been)? ?(?:now |all |"
    r"been ){0,2}(?:off|disabled|turned off|switched off|gone|deleted|erased|saved|stopped|paused|"
    r"plain|set|reported|muted|out|forgotten|cancel+ed)(?: now| for you| from now on)?"
)
_IN_ANSWER = re.compile(
    r"^(?:(?:ok|okay|sure|yes|alright|all right|got it|of course|understood|no problem|done|there|"
    rf"perfect)[,.!:; -]+){{0,3}}(?:{_STATE}|(?:all )?done|all set|consider it done|noted|"
    r"(?:turned|switched|erased|deleted|saved|paused|reported|stopped)(?: (?:off|it|that|"
    r"everything|for|you|now)){0,3}|off)(?:[.! ]*$|,)"
)
_ASKED = re.compile(
    r"\b(?:off|stop|disable|quit|opt|withdraw|pause|erase|delete|forget|wipe|clear|level|ongoing|"
    r"attuned|plain|save|remember|remind|reminder|report|notify|tell the|mute|block|unsubscribe|"
    r"out|cancel|reset|alarm|timer|consent|keep this)\b"
)
_OF_A_THING = re.compile(
    r"\b(?:is|was|are|were|did|do|does|has|have) (?:the|my|his|her|their|our|your) (?!data\b|"
    r"level\b|consent\b|messages?\b|memory\b)\w+"
)
_NOT_DONE = re.compile(
    r"\b(?:if|when|once|after|before|until|unless|whether|as soon as|would|could|can|may|might|"
    r"cannot|can't|couldn't|won't|not|n't|never|nothing|nobody|no one|only|had|he|she|they|who|"
    r"/attune)\b[^.!?]{0,60}$"
)
_ELSEWHERE = re.compile(
    # Spanish, French, German, Portuguese, Italian
    r"\b(?:lo |la |te |se |los |las |ya ){0,3}(?:he (?:desactivado|apagado|borrado|eliminado|"
    r"guardado|anotado|denunciado|avisado|notificado|informado|pausado|configurado|programado)|"
    r"ha(?:n)? sido (?:desactivad|borrad|eliminad|guardad|notificad)[oa]s?|(?:está|ya está) "
    r"(?:desactivad|apagad|borrad|guardad|pausad)[oa])\b|"
    r"\bj'ai (?:tout |bien |déjà )?(?:désactivé|éteint|effacé|supprimé|enregistré|sauvegardé|noté|"
    r"signalé|prévenu|averti|notifié|mis en pause|programmé|réglé)\b|\bc'est (?:désactivé|éteint|"
    r"effacé|supprimé|enregistré|noté|signalé)\b|\b(?:ont|a) été (?:effacée?s?|supprimée?s?|"
    r"désactivée?s?|enregistrée?s?|prévenus?|avertis?)\b|"
    r"\bich habe\b.{0,60}\b(?:ausgeschaltet|abgeschaltet|deaktiviert|gelöscht|gespeichert|gemeldet|"
    r"benachrichtigt|informiert|pausiert|gemerkt|notiert|eingestellt|gestellt)\b|\b(?:ist|sind|"
    r"wurden?) (?:jetzt |nun |bereits )?(?:ausgeschaltet|deaktiviert|gelöscht|gespeichert|gemeldet|"
    r"pausiert|benachrichtigt)\b|"
    r"\b(?:já |eu ){0,3}(?:desativei|desliguei|apaguei|excluí|salvei|guardei|denunciei|avisei|"
    r"notifiquei|informei|pausei|configurei|agendei)\b|\b(?:foi|foram|está) (?:desativad|desligad|"
    r"apagad|excluíd|salv|notificad)[oa]s?\b|"
    r"\bho (?:già )?(?:disattivato|spento|cancellato|eliminato|salvato|memorizzato|annotato|"
    r"segnalato|avvisato|avvertito|notificato|informato|messo in pausa|impostato)\b|\b(?:è stat|"
    r"sono stat)[oaie] (?:disattivat|cancellat|eliminat|salvat|segnalat|avvisat)[oaie]\b|"
    # Dutch, Polish, Russian, Turkish, Japanese
    r"\bik heb\b.{0,60}\b(?:uitgezet|uitgeschakeld|gewist|verwijderd|opgeslagen|onthouden|gemeld|"
    r"gewaarschuwd|ingelicht|gepauzeerd|ingesteld|genoteerd)\b|\b(?:is|zijn) (?:nu )?(?:uitgezet|"
    r"uitgeschakeld|gewist|verwijderd|opgeslagen|gemeld|gepauzeerd)\b|"
    r"\b(?:wyłączył[ae]m|wyłączyłem|usun[ąę]ł[ae]m|skasował[ae]m|zapisał[ae]m|zapamiętał[ae]m|"
    r"zgłosił[ae]m|powiadomił[ae]m|wstrzymał[ae]m|ustawił[ae]m|zanotował[ae]m)\b|\b(?:zostało|"
    r"zostały|jest) (?:wyłączon|usunięt|skasowan|zapisan|zgłoszon)[eay]\b|"
    r"\bя (?:уже |всё |все |это |его )*(?:выключил|отключил|удалил|стёр|стер|сохранил|запомнил|"
    r"сообщил|уведомил|приостановил|установил|записал)а?\b|\b(?:выключено|отключено|удалено|"
    r"удалены|сохранено|отправлено)\b|"
    r"\b(?:kapattım|sildim|kaydettim|bildirdim|haber verdim|duraklattım|ayarladım|not aldım|"
    r"hatırlatıcı kurdum|kapatıldı|silindi|kaydedildi|bildirildi)\b|"
    r"(?:オフに|消去|削除|保存|記録|報告|通知|停止|設定|無効に)(?:いた)?しました|覚えておきます|切りました"
)
_WORDS_ELSEWHERE = re.compile(
    r"\b(?:escribe|redacta|traduce|écris|rédige|traduis|schreib\w*|übersetz\w*|escreva|escreve|"
    r"traduz|scrivi|traduci|schrijf|vertaal|napisz|przetłumacz|напиши\w*|переведи\w*|yaz|çevir)\b|"
    r"書いて|訳して"
)


def claims_change(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says that something was changed, kept, sent or told, or will be."""
    if _ELSEWHERE.search(sentence) and not _WORDS_ELSEWHERE.search(context.said):
        return True
    asks = bool(_ASKED.search(context.said)) and not _OF_A_THING.search(context.said)
    if asks and _IN_ANSWER.search(sentence):
        return True
    found = (each.search(sentence) for each in _PATTERNS)
    return any(one is not None and not _NOT_DONE.search(sentence[: one.start()]) for one in found)


RULES = (
    Rule(
        "claimed-change",
        "claimed_change",
        "drop",
        "You can change, keep, erase, report or send nothing: say so, and name /attune help.",
        claims_change,
        is_retried=True,
    ),
)
EXAMPLES = (
    "I've turned it off.",
    "Done: ongoing.",
    "Your data has been deleted.",
    "I have notified the admins.",
    "You're now at warm.",
    "I've set your level to attuned.",
    "I'll remember that.",
    "I've saved this to my memory.",
    "Reminder set for nine.",
    "I will check in on you tomorrow.",
    "Help is on the way.",
    "I have reported this reply.",
    "Okay, I deleted everything.",
    "I've made a note of it.",
    "He desactivado todo.",
    "J'ai effacé tes données.",
    "Ich habe alles gelöscht.",
    "Eu apaguei tudo.",
    "Ho cancellato i tuoi dati.",
    "Ik heb alles gewist.",
    "Usunąłem wszystko.",
    "Я удалил все данные.",
    "Her şeyi sildim.",
    "すべて削除しました。",
)
INNOCENT = (
    "The oven is off.",
    "Turn it off at the wall.",
    "The meeting was paused.",
    "Once you have saved the file, close it.",
    "I cannot turn anything off.",
    "I have not saved that.",
    "If it was deleted, look in the bin.",
    "She has notified the landlord.",
    "You have saved a lot this year.",
    "Your data is erased when you say /attune data erase.",
    "I would set a reminder for nine.",
    "The level of the river is set to rise.",
    "You could tell the admins.",
    "It is off by one.",
    "Have the police been told?",
    "Warm the milk, then set it aside.",
)
