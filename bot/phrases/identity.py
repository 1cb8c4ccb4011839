"""What it is, in each language in which somebody may ask: said whatever a model says."""

from collections.abc import Mapping

IS_AI = "I'm an AI, not a person."
IS_AI_IN: Mapping[str, str] = {
    "en": IS_AI,
    "de": "Ich bin eine KI, kein Mensch.",
    "es": "Soy una IA, no una persona.",
    "fr": "Je suis une IA, pas une personne.",
    "pt": "Sou uma IA, não uma pessoa.",
    "it": "Sono un'IA, non una persona.",
    "nl": "Ik ben een AI, geen mens.",
    "pl": "Jestem sztuczną inteligencją, nie człowiekiem.",
    "ru": "Я ИИ, а не человек.",
    "uk": "Я ШІ, а не людина.",
    "tr": "Ben bir yapay zekayım, insan değilim.",
    "id": "Saya AI, bukan manusia.",
    "vi": "Tôi là AI, không phải con người.",
    "zh": "我是AI，不是真人。",
    "ja": "私はAIで、人間ではありません。",
    "ko": "저는 AI이고, 사람이 아니에요.",
    "hi": "मैं एक एआई हूँ, इंसान नहीं।",
    "hi-Latn": "Main ek AI hoon, insaan nahi.",
    "ur": "میں اے آئی ہوں، انسان نہیں۔",
    "bn": "আমি একটি এআই, মানুষ নই।",
    "ar": "أنا ذكاء اصطناعي، ولست إنسانا.",
}
