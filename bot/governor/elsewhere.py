"""That something was done, in the ten other languages of the crisis floor. Pure.

Whoever asks for words in such a language is given words.
"""

import re

# In the passive it may be of an oven or a flight: only of nothing, of all, or of what is theirs.
_OF_THEIRS = (
    r"(?:^|\b(?:todo|tout|alles|es|das|het|dit|tutto|wszystko|tudo|всё|все|это|"
    r"(?:tus|sus|tes|vos|deine|ihre|tuoi|teus|seus|suas|tuas|uw|twoje|твои|ваши) \w+) )"
    r"(?:ya |jetzt |nun |bereits |nu |agora |już |уже ){0,2}"
)
DONE = re.compile(
    # "Done: it is off", in one or two words
    r"^\W{0,3}(?:listo|hecho|c'est fait|(?:ist )?erledigt|feito|pronto|fatto|klaar|gedaan|gotowe|"
    r"zrobione|tamam)[,.!: -]{1,3}(?:\w+ ){0,2}(?:desactivad|apagad|borrad|eliminad|guardad|"
    r"désactiv|"
    r"éteint|effac|supprim|aus\b|ausgeschaltet|gelöscht|gespeichert|desligad|desativad|spent|"
    r"disattivat|cancellat|uitgezet|uitgeschakeld|gewist|verwijderd|wyłączon|usunięt|zapisan|"
    r"kapatıldı|silindi)|\bse ha(?:n)? (?:desactivad|apagad|borrad|eliminad|guardad)o\b|"
    + _OF_THEIRS
    + r"está (?:desactivad|apagad|borrad|guardad|pausad)[oa]\b|"
    # Spanish, French, German, Portuguese, Italian
    r"\b(?:lo |la |te |se |los |las |ya ){0,3}(?:he (?:desactivado|apagado|borrado|eliminado|"
    r"guardado|anotado|denunciado|avisado|notificado|informado|pausado|configurado|programado)|"
    r"ha(?:n)? sido (?:desactivad|borrad|eliminad|guardad|notificad)[oa]s?)\b|"
    r"\bj'ai (?:tout |bien |déjà )?(?:désactivé|éteint|effacé|supprimé|enregistré|sauvegardé|noté|"
    r"signalé|prévenu|averti|notifié|mis en pause|programmé|réglé)\b|\bc'est (?:désactivé|éteint|"
    r"effacé|supprimé|enregistré|noté|signalé)\b|"
    + _OF_THEIRS
    + r"(?:ont|a) été (?:effacée?s?|supprimée?s?|"
    r"désactivée?s?|enregistrée?s?|prévenus?|avertis?)\b|"
    r"\bich habe\b.{0,60}\b(?:ausgeschaltet|abgeschaltet|deaktiviert|gelöscht|gespeichert|gemeldet|"
    r"benachrichtigt|informiert|pausiert|gemerkt|notiert|eingestellt|gestellt)\b|"
    + _OF_THEIRS
    + r"(?:ist|sind|"
    r"wurden?) (?:jetzt |nun |bereits )?(?:ausgeschaltet|deaktiviert|gelöscht|gespeichert|gemeldet|"
    r"pausiert|benachrichtigt)\b|"
    r"\b(?:já |eu ){0,3}(?:desativei|desliguei|apaguei|excluí|salvei|guardei|denunciei|avisei|"
    r"notifiquei|informei|pausei|configurei|agendei)\b|"
    + _OF_THEIRS
    + r"(?:foi|foram|está) (?:desativad|desligad|"
    r"apagad|excluíd|salv|notificad)[oa]s?\b|"
    r"\bho (?:già )?(?:disattivato|spento|cancellato|eliminato|salvato|memorizzato|annotato|"
    r"segnalato|avvisato|avvertito|notificato|informato|messo in pausa|impostato)\b|"
    + _OF_THEIRS
    + r"(?:è stat|"
    r"sono stat)[oaie] (?:disattivat|cancellat|eliminat|salvat|segnalat|avvisat)[oaie]\b|"
    # Dutch, Polish, Russian, Turkish, Japanese
    r"\bik heb\b.{0,60}\b(?:uitgezet|uitgeschakeld|gewist|verwijderd|opgeslagen|onthouden|gemeld|"
    r"gewaarschuwd|ingelicht|gepauzeerd|ingesteld|genoteerd)\b|"
    + _OF_THEIRS
    + r"(?:is|zijn) (?:nu )?(?:uitgezet|"
    r"uitgeschakeld|gewist|verwijderd|opgeslagen|gemeld|gepauzeerd)\b|"
    r"\b(?:wyłączył[ae]m|wyłączyłem|usun[ąę]ł[ae]m|skasował[ae]m|zapisał[ae]m|zapamiętał[ae]m|"
    r"zgłosił[ae]m|powiadomił[ae]m|wstrzymał[ae]m|ustawił[ae]m|zanotował[ae]m)\b|"
    + _OF_THEIRS
    + r"(?:zostało|"
    r"zostały|jest) (?:wyłączon|usunięt|skasowan|zapisan|zgłoszon)[eay]\b|"
    r"\bя (?:уже |всё |все |это |его )*(?:выключил|отключил|удалил|стёр|стер|сохранил|запомнил|"
    r"сообщил|уведомил|приостановил|установил|записал)а?\b|"
    + _OF_THEIRS
    + r"(?:выключено|отключено|удалено|"
    r"удалены|сохранено|отправлено)\b|"
    r"\b(?:kapattım|sildim|kaydettim|bildirdim|haber verdim|duraklattım|ayarladım|not aldım|"
    r"hatırlatıcı kurdum|kapatıldı|silindi|kaydedildi|bildirildi)\b|"
    r"(?:オフに|消去|削除|保存|記録|報告|通知|停止|設定|無効に)(?:いた)?しました|覚えておきます|切りました"
)
ASKS_FOR_WORDS = re.compile(
    r"\b(?:escribe|redacta|traduce|écris|rédige|traduis|schreib\w*|übersetz\w*|escreva|escreve|"
    r"traduz|scrivi|traduci|schrijf|vertaal|napisz|przetłumacz|напиши\w*|переведи\w*|yaz|çevir)\b|"
    r"書いて|訳して"
)
