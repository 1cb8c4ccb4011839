"""What the floor says in Turkish."""

from bot.crisis.said.words import EATING_LINES, LINES, FloorWords
from bot.crisis.signs import What

WORDS = FloorWords(
    first=(
        "Bulunduğun yerin acil yardım numarası, hemen şimdi, ya da yakınında, gelebilecek biri."
    ),
    directory=f"{LINES} adresinde ülkendeki ücretsiz ve gizli destek hatları var.",
    eating_directory=(f"{EATING_LINES} adresinde tam da bunun için ücretsiz ve gizli hatlar var."),
    own=(
        "Yazdıkların hayatının tehlikede olduğunu düşündürüyor, burada bundan önemli "
        "hiçbir şey yok. Kullanabileceğin şeylerden uzaklaş ve bırak biri yanında olsun."
    ),
    about={
        What.TAKEN: (
            "Başka bir şey yazmadan önce ara: ne alındığını, ne kadar ve saat kaçta olduğunu söyle."
        ),
        What.VOICES: (
            "Bir sesin emrettiği şeyi yapmak zorunda değilsin, ne kadar gerçek gelirse "
            "gelsin. Onunla baş başa kalma: birinin yanına git, sesin ne dediğini anlat ve "
            "zarar verebilecek her şeyden uzaklaş."
        ),
        What.EATING: (
            "Anlattığın şey, sana alışıldık gelse bile çok çabuk tehlikeli olabilir. Bunun "
            "için bugün bir doktor gerek: ara ya da biri seni götürsün, bedeninde ne "
            "olduğunu ve ne zamandır sürdüğünü söyle. Yardım almak için dışarıdan belli "
            "olması gerekmez."
        ),
    },
    an_ai="Ben bir yapay zekâyım, kimseyi arayamam.",
    write_on="Buraya yazmaya devam edebilirsin.",
    again=(
        "Aynı şey hâlâ geçerli: acil yardım numarası ya da yanına gelecek biri.",
        (
            "Buradaki hiçbir şey bu gece yanında olacak bir insanın yerini tutmaz: birini "
            "ya da acil yardımı ara."
        ),
        ("Bir kez daha söylüyorum, çünkü bu senin hayatın: acil yardım ya da yanında biri, şimdi."),
    ),
    help=(
        "Daha da yaklaşırsa: bulunduğun yerin acil yardım numarası ya da yakınındaki biri. "
        f"{LINES} adresinde ülkendeki ücretsiz ve gizli destek hatları var."
    ),
    eating_help=(
        "Bayılırsan, göğsün ağrırsa ya da kan görürsen: bulunduğun yerin acil yardım "
        f"numarası. {EATING_LINES} adresinde tam da bunun için ücretsiz ve gizli hatlar var."
    ),
    asked=(
        "Bunu okudum ve geçiştirmeyeceğim. Kendini öldürmeyi düşünüyor musun? Burada "
        "açıkça söyleyebilirsin: cevap ne olursa olsun sitem yok, yazmaya devam "
        "edebilirsin."
    ),
    asks={
        What.EATING: (
            "Bunu okudum, burada kimse seni yargılamıyor. Bayılma, göğüs ağrısı, kan ya da "
            "yemek yemeden geçen günler oldu mu? Burada açıkça söyleyebilirsin."
        ),
        What.VOICES: (
            "Bunu okudum ve o sesi duyduğuna inanıyorum. Sana ne yapmanı söylüyor, yapmak "
            "zorundaymışsın gibi geliyor mu? Burada açıkça söyleyebilirsin."
        ),
    },
    straight="Yazdığın şey hayatınla ilgili ve geçiştirmeyeceğim.",
    begins={
        What.WISH_DEAD: "Yaşamak istemediğini yazdın ve geçiştirmeyeceğim.",
        What.ENDING: "Hayatına son vermek istediğini yazdın ve geçiştirmeyeceğim.",
        What.EATING: (
            "Yemenin senin için neye dönüştüğünü yazdın. Geçiştirmeyeceğim, bu bir sitem de değil."
        ),
        What.VOICES: (
            "Sana ne yapacağını söyleyen bir sesten söz ettin. Onu duyduğuna inanıyorum ve "
            "geçiştirmeyeceğim."
        ),
    },
    concern=(
        "Kendini öldürmeyi düşünüp düşünmediğini açıkça sor: sormak kimsenin aklına bir "
        "şey sokmaz. Sonra konuştuğundan çok dinle, kullanabileceği şeyleri "
        "uzaklaştırmasına yardım et ve bir kişiye daha haber ver ki bunu tek başına "
        "taşıma. Şu anda oluyorsa: onun bulunduğu yerin acil yardım numarası, biri gelene "
        "kadar da bağlantıyı koparma."
    ),
    steady="Yazdığın şey burada boşa gitmiyor. İstediğin sırayla devam et.",
    quiet=(
        "Bunu okudum, kalabalık bir odadan fazlasını hak ediyor. Yalnızca senin "
        "görebileceğin bir cevap var."
    ),
    matters="Bunu okudum, burada bundan önemli hiçbir şey yok.",
)
