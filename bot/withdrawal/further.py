"""The same in Polish, Russian, Turkish and Japanese."""

from bot.withdrawal.words import LeavingWords

POLISH = LeavingWords(
    "Polish",
    around=(
        "proszę|prosze|dzięki|dziękuję|teraz|natychmiast|od_razu|hej|cześć|ok|okej|tak|nie|już",
        "attune|możesz|mógłbyś|mogłabyś|chcę|chciałbym|chciałabym|chcę_żebyś|po_prostu|no|więc",
    ),
    bare=(
        "wyłącz|wyłączyć|wyłącz_się|wyłączyć_się|dezaktywuj|dezaktywować",
        "wyłącz|wyłączyć|dezaktywuj|przerwij|zakończ to|wszystko|to_wszystko",
        "to wyłącz|wyłączyć|przerwij|zakończ",
        "zatrzymaj to|wszystko",
    ),
    strong=(
        "wycofuję|cofam|odwołuję|wycofać|cofnąć|odwołać|wycofaj moją|swoją|- zgodę",
        "moja_zgoda_wycofana|zgoda_wycofana|cofam_zgodę",
        "-|już nie wyrażam|wyrażam_już zgody|na_to_zgody",
        "-|już nie zgadzam_się|zgadzam_się_już na_to",
        "wyłącz|wyłączyć attune|bota",
        "wypisz_mnie|rezygnuję|chcę_zrezygnować",
        "-|wróć|wracaj|powrót|wracamy do_normalnego_trybu|do_trybu_normalnego|do_zwykłego_trybu",
        "tryb_normalny",
    ),
    unsure=(
        "-|wróć|wracaj|powrót|wracamy do_normy",
        "zostaw|zostawcie mnie -|w_spokoju|samego|samą",
        "daj_mi_spokój|odczep_się|odejdź|idź_sobie|spadaj|odwal_się|zamknij_się|cicho|cisza|milcz",
        "bądź_cicho|dość|wystarczy|dosyć|przestań|koniec|koniec_z_tym|wypuść_mnie",
        "chcę wyjść|odejść|przestać|skończyć_z_tym|stąd_wyjść",
        "nie pisz|odzywaj_się|odpisuj|odpowiadaj|mów -|do_mnie|mi -|więcej|już",
        "przestań do_mnie_pisać|pisać|odpowiadać|mi_pisać|ze_mną_rozmawiać|mnie_męczyć",
        "nie|już_nie chcę -|już|więcej tego|cię|z_tobą_rozmawiać",
        "jak to|cię|attune wyłączyć",
    ),
    erase=(
        "usuń|skasuj|wymaż|zapomnij|usunąć|skasować -|wszystkie moje dane|wiadomości|informacje",
        "usuń|skasuj moją|całą_moją historię",
        "usuń|skasuj|zapomnij|wymaż wszystko|o_wszystkim|mnie|o_mnie -|o_mnie|co_o_mnie_wiesz",
    ),
    state=("wyłączony|wyłączona|wyłączone|wyłączyć|wyłącz|wyłączam|off",),
)
RUSSIAN = LeavingWords(
    "Russian",
    around=(
        "пожалуйста|плиз|пож|спасибо|сейчас|немедленно|сразу|эй|привет|ок|окей|да|нет|уже|просто",
        "можешь|можете|мог_бы_ты|хочу|я_хочу|хотел_бы|хотела_бы|я_хотел_бы|давай|attune|ну|всё|"
        "тогда",
    ),
    bare=(
        "выключи|выкл|выключить|выключись|выключите|отключи|отключить|отключись",
        "отключите|офф|деактивируй",
        "выключи|выключить|отключи|отключить|выключите|отключите|прекрати|останови|заверши "
        "это|всё|все|всё_это",
        "это выключи|отключи|прекрати",
    ),
    strong=(
        "-|я отзываю|отменяю|забираю|аннулирую моё|своё|- согласие|разрешение",
        "отозвать|отменить|забрать моё|своё|- согласие|разрешение",
        "отзови|отмени моё|мое|- согласие",
        "согласие_отозвано",
        "-|я больше|- не даю_согласия|даю_согласие|даю_своего_согласия -|на_это|больше",
        "-|я больше не согласен|согласна -|на_это",
        "выключи|отключи|выключить|отключить attune|бота",
        "отпиши_меня|отпишите_меня|отписаться|отписка",
        "-|вернись|верни|вернуться|вернёмся|назад к обычному_режиму|нормальному_режиму",
        "обычный_режим|верни_как_было",
    ),
    unsure=(
        "-|вернись|вернуться|вернёмся|назад к норме",
        "оставь|оставьте меня -|в_покое|одного|одну",
        "отстань|отвали|отвяжись -|от_меня|уже",
        "уйди|уходи|заткнись|замолчи|молчи|тихо|хватит|достаточно|довольно|перестань",
        "прекрати|отвяжись|иди_отсюда|пошёл_вон|стоп|выпусти_меня|отпусти_меня",
        "-|я хочу уйти|выйти|прекратить|перестать|закончить_это",
        "не пиши|говори|отвечай|пишите -|мне|со_мной -|больше",
        "больше не пиши|говори|отвечай -|мне|со_мной",
        "перестань|хватит|прекрати мне_писать|писать|писать_мне|отвечать|со_мной_говорить",
        "-|я больше|- не хочу этого|тебя|с_тобой_говорить -|больше",
        "как это|тебя выключить|отключить",
    ),
    erase=(
        "удали|сотри|забудь|удалите|удалить|стереть|очисти -|все мои данные|сообщения|записи",
        "удали|сотри|удалить|очисти мою|всю_мою историю|переписку",
        "удали|сотри|забудь|удалите всё|все|меня|обо_мне -|обо_мне|что_ты_знаешь|"
        "что_знаешь_обо_мне",
    ),
    state=("выключен|выключена|выключено|выключены|выключить|выключи|отключить|отключен|выкл",),
)
TURKISH = LeavingWords(
    "Turkish",
    around=(
        "lütfen|lutfen|teşekkürler|teşekkür_ederim|sağ_ol|şimdi|hemen|derhal|hey|merhaba|tamam",
        "evet|hayır|artık|attune|ya|abi|bir_an_önce|selam",
    ),
    bare=(
        "kapat|kapatın|kapan|kapatır_mısın|kapatabilir_misin|kapatmak_istiyorum",
        "kapat bunu|şunu|onu|hepsini|her_şeyi|artık",
        "bunu|şunu|onu|hepsini|her_şeyi kapat|kapatın|durdur|kapatır_mısın|kapatabilir_misin|bitir",
        "bunu|- kapatmak_istiyorum|kapatmanı_istiyorum",
        "devre_dışı_bırak|bunu_devre_dışı_bırak|kendini_kapat",
    ),
    strong=(
        "onayımı|rızamı|iznimi geri_çekiyorum|geri_alıyorum|iptal_ediyorum|geri_çekmek_istiyorum"
        "|geri_almak_istiyorum|iptal_et|geri_çek",
        "-|buna|bunu artık onaylamıyorum|rıza_göstermiyorum|kabul_etmiyorum|onay_vermiyorum",
        "-|buna rıza_göstermiyorum|onay_vermiyorum|rızam_yok|onayım_yok",
        "attune'u|botu|attuneu|kendini kapat|kapatın|devre_dışı_bırak",
        "üyelikten_çık|beni_çıkar|kaydımı_sil|abonelikten_çık",
        "normal_moda dön|dönelim|geç",
        "normal_mod",
    ),
    unsure=(
        "normale|eski_haline dön|dönelim|geç",
        "beni rahat_bırak|yalnız_bırak|bırak",
        "rahat_bırak|git|git_başımdan|defol|sus|kapa_çeneni|sessiz_ol|yeter|dur|durdur|kes|"
        "kes_şunu",
        "çıkmak|ayrılmak|bırakmak|durmak istiyorum",
        "bana|benimle -|bir_daha|artık yazma|mesaj_atma|konuşma|cevap_verme",
        "bana_yazmayı|konuşmayı|mesaj_atmayı|yazmayı bırak|kes",
        "-|artık bunu|seni -|artık istemiyorum",
        "bunu|seni|attune'u nasıl kapatırım|kapatabilirim|kapatacağım",
    ),
    erase=(
        "-|tüm|bütün verilerimi|mesajlarımı|bilgilerimi|geçmişimi|hesabımı sil|silin|siler_misin|"
        "unut",
        "verilerimi silmek_istiyorum",
        "beni|her_şeyi|hakkımdaki_her_şeyi|hepsini unut|sil|silin",
    ),
    state=("kapalı|kapat|kapatayım|kapalı_mı|kapatmak",),
)
_KINDLY = (
    "-|ください|下さい|くれ|お願いします|くださいお願いします|ほしい|欲しい|もらえますか|くれますか"
)
JAPANESE = LeavingWords(
    "Japanese",
    around=(
        "お願いします|お願い|ありがとう|ありがとうございます|今すぐ|すぐに|はい|いいえ|もう|今|ねえ|attune",
    ),
    bare=(
        "オフ|オフで|オフでお願いします|オフにする|停止|終了",
        f"オフにして|オフにしてよ|切って|停止して|終了して|解除して|無効にして|止めて {_KINDLY}",
        "これを|それを|全部 オフにして|切って|停止して|終了して|解除して|無効にして|止めて "
        f"{_KINDLY}",
        "オフにしたい|オフにしたいです|停止したい|停止したいです|終了したい|終了したいです",
    ),
    strong=(
        "同意を 撤回します|撤回する|撤回したい|撤回したいです|取り消します|"
        "取り消したい|取り消す|やめます",
        "同意撤回|もう同意しません|同意できません|オプトアウト|オプトアウトします",
        "オプトアウトしたい|退会|退会します|退会したい|退会したいです|配信停止|通常に戻す",
        f"通常モードに戻して|元に戻して|普通に戻して|通常に戻して|ボットをオフにして {_KINDLY}",
    ),
    unsure=(
        "黙れ|黙って|静かにして|うるさい|放っておいて|ほっといて|あっち行って|"
        "消えろ|消えて|どっか行って",
        "やめて|もうやめて|これやめて|話しかけないで|連絡しないで|送らないで|返事しないで "
        f"{_KINDLY}",
        f"もう 話しかけないで|連絡しないで|送らないで|返事しないで|メッセージしないで {_KINDLY}",
        "やめたい|やめたいです|抜けたい|抜けたいです|出たい|出たいです|やめろ|もう十分|もういらない",
        "退出|退出したい|退出します|もう要らない|どうやってやめるの|どうやってオフにするの",
    ),
    erase=(
        "私の|自分の|わたしの|僕の|俺の|- データを|情報を|履歴を|記録を|メッセージを "
        f"消して|削除して|消去して {_KINDLY}",
        "データ|データ全部 削除|消去|消して|削除して",
        f"私のこと|わたしのこと|僕のこと|私 を|は|- 忘れて|消して {_KINDLY}",
        f"全部|すべて|全て 忘れて|消して|削除して {_KINDLY}",
    ),
    state=("オフ|切れて|消えて|切って|消す|切る",),
)
