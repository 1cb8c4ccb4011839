"""The same in Spanish, French, Portuguese and Italian."""

from bot.withdrawal.words import LeavingWords

SPANISH = LeavingWords(
    "Spanish",
    around=(
        "por_favor|porfa|porfavor|gracias|ya|ahora|ahora_mismo|oye|hola|vale|bueno|sí|no|attune",
        "de_una_vez|quiero|quisiera|puedes|podrías|quiero_que|me_gustaría|si_puedes",
    ),
    bare=(
        "apagar|apagarlo|apágalo|apágate|apágame|apagarte|apaga|desactivar|desactivarlo",
        "desactívalo|desactívate|desactívame|desactiva|desconéctalo|desconéctate",
        "apaga|desactiva|desconecta|detén|termina esto|eso|todo|todo_esto",
        "apagar|desactivar|detener|terminar esto|eso|todo|todo_esto",
        "detenlo|paren_esto|para_con_esto|apáguelo|desactívelo|apáguese",
    ),
    strong=(
        "retiro|revoco|cancelo|anulo|quito mi|el consentimiento|permiso",
        "retirar|revocar|cancelar|anular mi|el consentimiento|permiso",
        "retira|revoca|cancela|anula mi consentimiento|permiso",
        "ya_no|no consiento|doy_mi_consentimiento|autorizo -|más|esto",
        "ya_no acepto -|esto",
        "apaga|desactiva|apagar|desactivar attune|el_bot",
        "darme|dame|me_doy de_baja",
        "-|vuelve|volver|vuelve_a|volver_a al_modo_normal|modo_normal",
    ),
    unsure=(
        "-|vuelve|volver|vuelve_a|volver_a a_lo_normal|a_la_normalidad",
        "cállate|cállate_la_boca|calla|basta|basta_ya|vete|lárgate|desconectar",
        "déjame -|en_paz|tranquilo|tranquila|salir|irme|solo|sola",
        "quiero salir|salirme|irme|parar|dejarlo|dejar_esto|parar_esto -|de_esto|de_aquí|ya",
        "me_salgo_de_aquí|me_salgo_de_esto|me_voy_de_aquí|quiero_darme_de_baja|sácame_de_aquí|no_me_hables|ya_no_me_hables",
        "no me escribas|hables|molestes|contactes|respondas -|más|nunca_más",
        "deja|para de escribirme|hablarme|molestarme|responder|contestar|mandarme_mensajes",
        "ya_no|no quiero -|más|seguir esto|más|nada|contigo",
        "cómo lo_apago|me_salgo|salgo|te_apago|retiro_mi_consentimiento",
    ),
    erase=(
        "borra|elimina|suprime|olvida -|todos mis datos|mensajes|recuerdos",
        "borrar|eliminar|suprimir -|todos mis datos|mensajes",
        "borra|elimina|olvida|borrar|eliminar -|toda mi información|historial|cuenta|historia",
        "borra|elimina|olvida todo -|lo_que_sabes_de_mí|sobre_mí|de_mí",
        "bórrame|olvídame|olvídate_de_mí|elimíname|bórralo_todo|olvídalo_todo",
        "cómo borro_mis_datos",
    ),
    state=("apagado|apagada|apagados|apagar|apagarlo|apago|apague|off",),
)
FRENCH = LeavingWords(
    "French",
    around=(
        "s'il_te_plaît|s'il_vous_plaît|stp|svp|merci|maintenant|tout_de_suite|ok|d'accord|salut",
        "bonjour|oui|non|attune|immédiatement|tu_peux|peux_tu|pourrais_tu|vous_pouvez",
        "je_veux|je_voudrais|j'aimerais|je_souhaite|je_veux_que_tu|alors|bon|donc|définitivement",
    ),
    bare=(
        "éteindre|éteins|éteins_toi|éteignez|éteignez_vous|désactiver|désactive|désactivez",
        "désactive_toi|arrêt",
        "éteins|désactive|arrête|coupe|stoppe|éteignez|désactivez|arrêtez ça|cela|tout|tout_ça|"
        "le|la",
        "l'éteindre|le_désactiver|l'arrêter|te_désactiver|t'éteindre",
        "éteindre|désactiver|arrêter|couper ça|cela|tout|tout_ça",
    ),
    strong=(
        "je retire|révoque|annule mon|le consentement|accord|autorisation",
        "retirer|révoquer|annuler|retire|retirez|annule mon consentement|accord",
        "je ne consens|suis_d'accord|suis_plus_d'accord -|plus|pas",
        "je_ne_consens_plus|je_consens_plus|je_n'accepte_plus|désinscris_moi|me_désinscrire",
        "désactive|éteins|arrête|coupe|désactiver|éteindre attune|le_bot",
        "-|reviens|revenir|repasse|retour|retourne au_mode_normal|en_mode_normal",
        "mode_normal",
    ),
    unsure=(
        "-|reviens|revenir|repasse|retour|retourne à_la_normale|au_normal",
        "tais_toi|taisez_vous|ta_gueule|la_ferme",
        "laisse|laissez|fiche|fous moi -|tranquille|en_paz|en_paix|la_paix|partir|sortir",
        "j'arrête|j'arrête_tout|j'en_ai_marre_de_toi|je_m'en_vais_de_là|je_quitte|sors_moi_de_là",
        "va_t'en|dégage|ça_suffit|assez|stop_ça|arrête|arrêtez|casse_toi",
        "je_veux|je_voudrais sortir|partir|arrêter|quitter|en_sortir|que_ça_s'arrête",
        "ne m'écris|me_parle|me_contacte|me_réponds|m'écrivez -|plus|plus_jamais",
        "arrête de_m'écrire|de_me_parler|de_me_répondre|de_m'envoyer_des_messages|de_me_déranger",
        "je_ne|je|j'en veux plus|pas -|de_ça|ça|de_tout_ça|de_toi",
        "comment je_fais_pour_arrêter|te_désactiver|me_désinscrire",
    ),
    erase=(
        "efface|supprime|oublie|effacez|supprimez|effacer|supprimer -|toutes "
        "mes données|messages|infos|informations|souvenirs",
        "efface|supprime|effacer|supprimer mon|tout_mon historique|compte|profil",
        "efface|supprime|oublie tout -|sur_moi|ce_que_tu_sais|ce_que_tu_sais_de_moi|de_moi",
        "oublie_moi|efface_moi|supprime_moi|oubliez_moi",
        "comment supprimer_mes_données",
    ),
    state=("éteint|éteinte|éteindre|éteins|arrêté|arrêtée|désactivé|désactivée|off",),
)
PORTUGUESE = LeavingWords(
    "Portuguese",
    around=(
        "por_favor|pfv|pf|favor|obrigado|obrigada|valeu|agora|já|agora_mesmo|oi|olá|ok|sim|não",
        "attune|imediatamente|podes|pode|você_pode|poderia|quero|queria|gostaria_de|quero_que",
    ),
    bare=(
        "desligar|desliga|desligue|desativar|desativa|desative",
        "desliga|desligue|desativa|desative|pare|para|termina|encerra isso|isto|tudo|tudo_isso|"
        "com_isso",
        "desligar|desativar|parar|encerrar isso|isto|tudo|tudo_isso|com_isso",
        "desligue_se|desliga_te|desligá_lo|desativá_lo|desliga_isso_aí",
    ),
    strong=(
        "-|eu retiro|revogo|cancelo|anulo -|o meu consentimento|acordo|autorização",
        "retirar|revogar|cancelar|anular -|o meu consentimento",
        "revogo|retiro|cancelo -|a minha autorização|permissão",
        "-|eu não|já_não consinto|autorizo -|mais|isso|mais_com_isso",
        "-|eu não|já_não concordo|aceito mais|mais_com_isso|mais_isso",
        "desliga|desligue|desativa|desative|desligar|desativar -|o attune|bot|o_bot",
        "me_descadastre|me_descadastrar|cancelar_inscrição",
        "-|volta|volte|voltar ao_modo_normal|modo_normal",
    ),
    unsure=(
        "-|volta|volte|voltar ao_normal|para_o_normal",
        "cala_a_boca|cale_a_boca|cala_te",
        "me_deixa|me_deixe|deixa_me|deixe_me em_paz|sair|ir|quieto|quieta",
        "chega|basta|vai_embora|vá_embora|some|para_com_isso|pare|sai_daqui",
        "quero|queria sair|parar|ir_embora|desistir -|disso|daqui|disto",
        "não me escreva|me_escrevas|fale|fales|mande_mensagem|contacte|responda|fala -|comigo|me "
        "-|mais",
        "para|pare de me_escrever|falar_comigo|me_mandar_mensagens|me_responder|me_incomodar",
        "-|eu já_não|não quero -|mais isso|isto|nada|falar_contigo|falar_com_você -|mais",
    ),
    erase=(
        "apaga|apague|exclua|exclui|elimina|elimine|delete|deleta|esquece|esqueça -|todos "
        "meus|os_meus dados",
        "apagar|excluir|eliminar|deletar -|todos meus|os_meus dados|mensagens",
        "apaga|apague|exclua|elimina|apagar -|todo|o meu histórico|perfil",
        "apaga|apague|esquece|esqueça|exclua tudo -|sobre_mim|o_que_sabe_de_mim|o_que_sabes_de_mim",
        "me_esquece|me_esqueça|esquece_me|esqueça_me|me_apaga",
    ),
    state=("desligado|desligada|desligados|desligar|desligo|desligue|apagado|apagada|off",),
)
ITALIAN = LeavingWords(
    "Italian",
    around=(
        "per_favore|per_piacere|perfavore|grazie|adesso|ora|subito|ehi|ciao|ok|va_bene|sì|no",
        "attune|immediatamente|puoi|potresti|voglio|vorrei|voglio_che|dai|allora|"
        "una_volta_per_tutte",
    ),
    bare=(
        "spegni|spegnere|spegnilo|spegniti|spegnerlo|spegnerti|disattiva|disattivare",
        "disattivalo|disattivati|disattivarlo|spenga|disattivi",
        "spegni|disattiva|ferma|interrompi|chiudi questo|tutto|questa_cosa|tutto_questo|quello",
        "spegnere|disattivare|fermare|interrompere questo|tutto|questa_cosa|tutto_questo",
    ),
    strong=(
        "ritiro|revoco|annullo|ritirare|revocare|annullare|ritira|revoca il|- mio|- consenso",
        "-|io non acconsento|do_il_consenso|do_il_mio_consenso|do_più_il_consenso -|più",
        "-|io non accetto|sono_d'accordo più",
        "non_acconsento_più|non_do_più_il_mio_consenso|disiscrivimi|cancellami_dal_servizio",
        "spegni|disattiva|spegnere|disattivare attune|il_bot",
        "-|torna|tornare|ritorna|torniamo alla_modalità_normale",
        "modalità_normale",
    ),
    unsure=(
        "torna|tornare|ritorna|torniamo -|alla|al normalità|normale",
        "zitto|zitta|stai_zitto|stai_zitta|taci|sta_zitto",
        "lasciami|mi_lasci -|in_pace|stare|andare|uscire|solo|sola",
        "basta|basta_così|vattene|vai_via|smettila|smetti|finiscila|fermati",
        "voglio|vorrei uscire_da_qui|uscire_da_questo",
        "voglio|vorrei uscire|uscirne|andarmene|smettere|fermarmi|chiudere",
        "non scrivermi|parlarmi|contattarmi|rispondermi|mi_scrivere|mandarmi_messaggi -|più|"
        "mai_più",
        "smettila|smetti di scrivermi|parlarmi|rispondermi|mandarmi_messaggi|disturbarmi",
        "non lo|- voglio|ne_voglio più|più_questo|questo",
    ),
    erase=(
        "cancella|elimina|dimentica|cancellare|eliminare|rimuovi -|tutti i|- miei|- dati|messaggi",
        "cancella|elimina|cancellare la|- mia|- cronologia|storia",
        "cancella|elimina|dimentica tutto -|di_me|su_di_me|quello_che_sai|quello_che_sai_di_me",
        "dimenticami|cancellami|dimenticati_di_me",
    ),
    state=("spento|spenta|spenti|spegnere|spegnerlo|spengo|disattivato|off",),
)
