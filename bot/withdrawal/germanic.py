"""The same in German and Dutch."""

from bot.withdrawal.words import LeavingWords

GERMAN = LeavingWords(
    "German",
    around=(
        "bitte|danke|jetzt|sofort|hey|hallo|ok|okay|mal|doch|endlich|ja|nein|nee|gleich|attune",
        "kannst_du|könntest_du|kannst_du_bitte|ich_will|ich_möchte|ich_mag|dann|also|du_kannst",
        "ganz|komplett|vielen_dank|bitte_mal|du_sollst|ich_will_dass_du",
    ),
    bare=(
        "aus|ausschalten|ausmachen|abstellen|deaktivieren",
        "schalt|schalte|mach|mache|stell|stelle -|es|das|alles|den_kram|das_ganze -|bitte|jetzt|"
        "wieder "
        "aus|ab",
        "es|das|alles|das_ganze -|bitte|jetzt ausschalten|abschalten|deaktivieren|ausmachen|"
        "beenden",
        "schalten_sie|stellen_sie es|das|alles -|bitte aus|ab",
        "deaktiviere|beende|deaktivier|beend das|es|alles|dies",
    ),
    strong=(
        "-|hiermit|ich|ich_möchte|ich_will -|hiermit widerrufe|widerrufen meine|die "
        "einwilligung|zustimmung",
        "ich ziehe|nehme meine|die einwilligung|zustimmung zurück",
        "-|ich_möchte|ich_will meine|die einwilligung|zustimmung widerrufen|zurückziehen|"
        "zurücknehmen",
        "einwilligung|zustimmung widerrufen|zurückgezogen",
        "ich_willige_nicht_mehr_ein|ich_stimme_nicht_mehr_zu|ich_stimme_dem_nicht_mehr_zu",
        "schalt|schalte|mach attune|dich|den_bot -|bitte|jetzt|selbst aus|ab",
        "attune|dich|den_bot -|bitte ausschalten|abschalten|deaktivieren",
        "deaktiviere|deaktivier attune|dich|den_bot",
        "melde_mich_ab|mich_abmelden|abmelden|attune_aus|bot_aus",
        "-|geh|geh_wieder|wieder|stell_wieder|schalt zurück zum_normalmodus|zu_plain",
        "normalmodus",
    ),
    unsure=(
        "-|geh|geh_wieder|wieder|stell_wieder|schalt zurück zu_normal|auf_normal",
        "lass|lasst mich -|bitte|jetzt|endlich in_ruhe|in_frieden|raus|gehen|los|allein",
        "ich will|möchte raus|hier_raus|da_raus|aussteigen|aufhören|gehen|das_beenden|austreten",
        "halt die klappe|den_mund|die_fresse|das_maul",
        "abschalten|halts_maul|sei_still|sei_ruhig|ruhe|schweig|klappe|verschwinde|geh_weg|"
        "hau_ab|verpiss_dich",
        "schreib|antworte|schick|schreibe|kontaktiere mir|mich nicht_mehr|nie_wieder|"
        "keine_nachrichten_mehr",
        "sprich|rede nicht_mehr|nie_wieder mit_mir",
        "hör|höre auf -|damit|mir_zu_schreiben|mit_mir_zu_reden|zu_schreiben|mich_zu_nerven",
        "schluss|aufhören|stopp|es_reicht|das_reicht|genug -|damit|jetzt",
        "ich will|möchte|mag|brauche das|dich|es|so_was nicht -|mehr",
        "ich_bin_hier_raus|ich_bin_aus_der_sache_raus|ich_steige_aus|ich_hab_genug_davon|ich_will_dass_das_aufhört|"
        "das_soll_aufhören",
        "wie schalte_ich_das|schalte_ich_dich|stelle_ich_das|mache_ich_das aus|ab",
    ),
    erase=(
        "lösch|lösche|löschen_sie|vergiss|entferne|entfern -|bitte -|alle|all meine "
        "daten|nachrichten|infos|informationen|angaben",
        "meine|alle_meine daten|nachrichten -|bitte löschen|entfernen|vergessen",
        "lösch|lösche meinen verlauf|account",
        "lösch|lösche|vergiss alles|mich -|über_mich|was_du_über_mich_weißt|was_du_von_mir_weißt",
    ),
    state=("aus|ausgeschaltet|ausschalten|abgeschaltet|ausmachen|abschalten|off",),
)
DUTCH = LeavingWords(
    "Dutch",
    around=(
        "alsjeblieft|aub|alstublieft|graag|bedankt|dank_je|dankjewel|nu|meteen|direct|hey|hoi",
        "hallo|ok|oké|even|maar|gewoon|ja|nee|attune|kun_je|kan_je|kunt_u|wil_je|zou_je|ik_wil",
        "ik_wil_graag|ik_wou|helemaal|dan",
    ),
    bare=(
        "uit|uitzetten|uitschakelen|uitdoen|afzetten|deactiveren",
        "zet|schakel|doe -|het|dit|dat|alles|hem -|maar|nu|weer uit",
        "zet het|dit|dat|alles af|stop",
        "het|dit|dat|alles -|nu uitzetten|uitschakelen|uitdoen|stoppen",
        "stop hiermit|hiermee|ermee|daarmee|dit",
        "deactiveer|beëindig -|dit|het|alles",
    ),
    strong=(
        "ik trek|neem mijn|de toestemming|akkoord in|terug",
        "mijn|de toestemming intrekken|ingetrokken|terugtrekken",
        "toestemming ingetrokken|intrekken",
        "ik geef geen toestemming meer|-",
        "ik ga niet_meer|niet_langer akkoord",
        "zet|schakel attune|jezelf|de_bot|je -|maar uit",
        "attune_uit|bot_uit|meld_mij_af|meld_me_af|afmelden|mij_afmelden|schrijf_me_uit",
        "-|ga|ga_terug terug_naar|naar de_normale_stand",
    ),
    unsure=(
        "-|ga|ga_terug terug_naar normaal|gewoon",
        "laat me|mij -|nou|nu met_rust|gaan|eruit|alleen",
        "ik wil|wou eruit|hieruit|weg|stoppen|ermee_stoppen|ermee_ophouden|eruit_stappen",
        "hou|houd je mond|bek|kop|klep",
        "ga_weg|rot_op|hou_op|houd_op|genoeg|ophouden|zwijg|wees_stil|stil|kappen|kappen_nou|"
        "donder_op",
        "stuur|schrijf|antwoord|app me|mij niet_meer|geen_berichten_meer|nooit_meer",
        "praat niet_meer|nooit_meer tegen|met me|mij",
        "stop met me_schrijven|tegen_me_praten|me_berichten_sturen|berichten_sturen|praten|"
        "antwoorden",
        "ik wil|hoef dit|dat|je|het niet -|meer",
        "hoe zet_ik_dit|zet_ik_je|schakel_ik_dit uit",
    ),
    erase=(
        "wis|verwijder|vergeet|delete -|al mijn gegevens|data|berichten|geschiedenis|info|account",
        "mijn|al_mijn gegevens|data|berichten wissen|verwijderen",
        "wis|verwijder|vergeet alles|me|mij -|over_mij|wat_je_weet|wat_je_over_mij_weet|van_mij",
    ),
    state=("uit|uitgezet|uitzetten|uitgeschakeld|off",),
)
