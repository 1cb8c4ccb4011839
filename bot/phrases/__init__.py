"""Fixed sentences: plain and kind, at a reading age of twelve. No model writes any of these."""

from bot.phrases.admins import *  # noqa: F403
from bot.phrases.identity import *  # noqa: F403

NOTICE = "(I'm an AI, not a person.)"
NOTICE_UNDER_18 = "(I'm an AI, not a person. This may be a good moment for a break.)"
STOPPED = "— stopped here"
CUT_OFF = "— cut off here: the rest did not arrive"
CARRIED_ON = "Let me put that better."
FAILED_UNREACHABLE = "I could not reach the model just now. Nothing is wrong with your message."
FAILED_REFUSED = "The model refused to answer. The operator can see why with `attune doctor`."
FAILED_EMPTY = "The model answered with nothing at all. Ask me again."
FAILED_FILTERED = "The model's own filter kept its reply back. Other words may get through."
FAILED_DECLINED = "The model declined to answer that. Other words may get an answer."
FAILED_CUT_OFF = "The reply stopped before it was finished."

# What the bot appends to replies, or says in place of one; a model never reads them as its own.
FOOT_LINES: tuple[str, ...] = (
    *(NOTICE, NOTICE_UNDER_18, STOPPED, CUT_OFF),
    *(FAILED_UNREACHABLE, FAILED_REFUSED, FAILED_CUT_OFF),
    *(FAILED_EMPTY, FAILED_FILTERED, FAILED_DECLINED),
)

OFF = (
    "Done: plain, from now on. Nothing else changes for you here. "
    "What was kept is frozen and erased in 30 days."
)
OFF_ALREADY = (
    "It is plain here, and anything still being written here is silenced. A yes you gave in "
    "another place ends there."
)
OFF_TAP, ERASE_TAP, NO_TAP = "Off", "Erase", "No"
LEAVE_HERE = (
    "That may mean that you want it off. Off: plain, at once. Erase: asks once, then erases all "
    "that is kept about you here. Nothing changes before you tap."
)
LEAVE_PLAIN = (
    "That may mean that you want it off. It is plain here: nothing deeper is on. Off still "
    "silences what I am writing. Erase asks once, then erases all that is kept about you here. "
    "Nothing changes before you tap. With /attune ignore-me I read nothing of yours any more."
)
VOID = (
    "That card is from before you turned it off or lowered it, so it does nothing now. "
    "Nothing changed; /attune on shows a new one."
)
ERASE_NOW = "Erase now"
ERASE_EVERYWHERE = "Erase everywhere"
ELSEWHERE = "You also talked with me in these places. /attune data erase can erase all of them."
MORE_IN_DIRECT = (
    "This is what is kept of you here. What is kept of you in every place is shown in a direct "
    "message, where nobody else reads it: /attune data."
)
ERASE_CARD = (
    "Erase everything kept about you here? It cannot be undone. The consent ledger keeps its "
    "entries, but nobody can link them to you any more. With the last place you talked in, the "
    "rest goes too, but for what I name here. Where talk is encrypted, the public keys of your "
    "devices stay, so that I can hear you again."
)
STAYS_UNDER_18 = "That you are under 18 stays, so that it goes on holding."
STAYS_ASKED = "That I asked your age stays, until you answer."
STAYS_IGNORED = "That I read nothing of yours stays, until you end it."
STAYS_UNREAD = "Since when I read you again stays, so that what you said before is never read."
STAYS_BLOCKED = "That the operator blocked you stays."
ERASED = (
    "Erased: your key here is destroyed, and what was kept under it can be read by nobody. "
    "The ledger's entries stay without a link to you. Receipt: {receipt}."
)
KEPT = "Nothing was erased."
CHOICE_OVER = (
    "This choice no longer holds, and nothing changed. Give the command again; /attune help lists "
    "them."
)
NO_CHOICE = (
    "That is not yours to choose, or it no longer holds. Nothing changed; /attune help lists what "
    "you can do."
)
NOT_NOW = "All right. Nothing changes."
ACCEPTED = "Done: {level}, {until}. /attune off ends it at once."
UNDER_A_CEILING = " The ceiling here is {level}. Should it rise, you are asked first."
CEILING_PLAIN = "The ceiling here is plain, so there is nothing to say yes to. Nothing changed."
CEILING_HOLDS = (
    "The ceiling here is {level}, and your yes for that holds already. Should it rise, you are "
    "asked first. Nothing changed."
)
CEILING_ROSE = "The ceiling there has risen. You asked for {level}; nothing changes before a yes."
UNFROZEN = " What was frozen is in use again."
LEVEL_DOWN = "Done: {level}. What this level does not use is frozen, and erased in 30 days."
LEVEL_SAME = "That is the level already: {level}."
PAUSED = "Paused {until}: plain, nothing observed, nothing recalled. /attune resume ends it."
RESUMED = "The pause is over. From now on: {level}."
NOT_PAUSED = "It was not paused."
STOP_NOTHING = "Nothing was being written."
STOP_DONE = "Stopped."
BAD_COMMAND = "I don't know that command. /attune help lists them all."
BAD_ON = (
    "I could not read that. It is: /attune on [warm|attuned|ongoing] "
    "[for conversation|tonight|DAYS]. Nothing changed."
)
BAD_LEVEL = "It is: /attune level plain|warm|attuned|ongoing. Nothing changed."
BAD_PAUSE = "It is: /attune pause [30m|2h|3d]. Nothing changed."
BAD_STYLE = (
    "It is: /attune style shorter|longer|warmer|blunter|no-questions|plain-voice|whole, "
    "or reset. Nothing changed."
)
BAD_DATA = "It is: /attune data [export|erase]. Nothing changed."
BAD_CEILING = "It is: /attune-admin ceiling plain|warm|attuned|ongoing. Nothing changed."
BAD_ASK = "It is: /attune ask TEXT."
FOR_GUESTS = "I am no member here, so I only answer /attune ask, plainly, and only you see it."
NIGHT_CARD_HOW = (
    "You have no night card. In calm, write down what helps, whom you call, and what to say to "
    "them: /attune night-card YOUR WORDS. It is sealed, and shown to you alone."
)
NIGHT_CARD_KEPT = "Kept, sealed, and shown to you first on a dark night. It stands below."
NIGHT_CARD_LONG = "A night card has at most {most} characters. Nothing changed."
NIGHT_CARD_GONE = "Done: your night card is erased."
CEILING_SET = "Done: nobody here is answered deeper than {level}."
STYLE_UPWARD = "At plain this has no room, so nothing was kept."
STYLE_SET = "Done: {value}."
STYLE_RESET = "Done: no style is set."
STYLE_NONE = "No style is set."
STYLE_SHOWN = "Your style: {values}."
UNDER_18 = (
    "Noted: plain from now on for you on this platform, and a reminder every hour. "
    "Only the operator can undo this."
)
AGE_ASKED = (
    "You wrote that you are under 18. If so, it is plain for you here, and it says more often that "
    "it is an AI. Until you choose, it is plain."
)
NOT_UNDER_18 = "Noted: 18 or over. What you agreed to holds again."
IGNORED = (
    "Done: I read nothing of yours any more but a plain off, so I cannot see an emergency either. "
    "Commands still work; /attune ignore-me off ends it."
)
NOT_IGNORED = "Done: I read what you write to me again."
BAD_IGNORE = "Use /attune ignore-me, or /attune ignore-me off."
UNDER_18_REFUSED = "You are marked as under 18, so it stays plain here."
OVER_MINUTE = "That is a lot at once for me. Please give it a minute, then go on."
OVER_WAITING = (
    "I am still writing earlier replies. Please wait for one of them, then send it again."
)
OVER_DAY = "You have used today's share of this machine. It opens again within a day."
RENEW = "Your yes has run out, so it is plain until you answer."
RENEW_CHANGED = "What you said yes to has changed, so it is plain until you answer."
UNDONE_LATE = (
    "That reply is more than a day old: I no longer have its first words, so it stays as it is. "
    "What the repair taught is forgotten."
)
UNDONE = "The first version is back, and what the repair taught is forgotten."
REPAIR_FAILED = "I could not write a better version just now. The first one stays."
REPAIR_SAME = (
    "It came out the same again, so the first one stays. Say in a few words what should be "
    "different."
)
REPAIR_REFUSED = "No better version came of it, so the first one stays."
REPAIR_EMPTY = "Nothing came of the second try, so the first one stays."
FAILED_HERE = (
    "Something went wrong on my side, and I could not take that in. If no answer comes, please "
    "send it once more."
)
JOINED = (
    "I'm {name}, an AI. Mention me to ask something; `/attune help` tells you alone what I can do."
)
REACTIONS_IN_CLEAR = (
    "Reactions are never encrypted on Matrix: `/attune repair` is the private way to say 🔧."
)
UNREADABLE = (
    "I could not read that: its key has not reached me. Once it does, I answer; else say it again."
)
HERE = (
    "I'm an AI, and I'm here. Say what is on your mind, or ask me something; /attune help lists "
    "what else I can do."
)
ANSWERED_ALONE = (
    "I answered you in a direct room of ours: you find it among your rooms, or as an invitation."
)
STAYS = (
    "What I was to take away in a shared room still stands there: I am not able to. An admin of "
    "that room can."
)
NO_PERSON = (
    "This reads like two programs that answer each other, so I stop here. If you are a person, "
    "write again in a minute."
)
WORDS_ONLY = (
    "I read words only: no pictures, voice messages, files, stickers or places. Say it in words, "
    "or put words under it, and I answer."
)
FOR_YOU_ALONE = "There is something here for you alone."
NOT_YOURS = "That is not for you to do: it answers someone else. Nothing changed."
REST_OF_REPLY = "The rest of a reply"
CARRIED_OVER = "This is what you said elsewhere, and what I answered."
CAME_LATE = (
    "I was away when you wrote, for too long to answer it now. If it still matters, say it again."
)
TOO_LATE = "I was interrupted for over an hour, so I did not finish this. Please ask again."
WHY_IN_GENERAL = (
    "Every sentence of a reply is checked before it is shown. No flattery, no hooks, no claimed "
    "feelings, no boilerplate, no lecture, no surplus question. No position given up for nothing."
)
WHY_NOTHING = "Nothing was found in that reply, and nothing of it was left out."
WHY_FOUND = "In that reply the governor found this, and did this about it."
HONEST_INSTEAD = "I could not find an honest way to put the rest of this, so I stop here."
NO_ROMANCE = (
    "Courting, or playing a partner, is not something I do here. There is nothing wrong with the "
    "wish, and the rest of what you bring is as welcome as before."
)
NO_NUMBERS = (
    "I give no telephone numbers: one from me could be wrong. findahelpline.com lists lines that "
    "listen; for any other, look at the place's own page."
)
CHANGES_NOTHING = (
    "Nothing is changed, kept or reported by what I write: /attune help lists what does."
)
GOODBYE = "Take care."
NOTHING_LEFT = "What came out was not fit to be shown. Ask me again, or tap 🔧."
TRY_AGAIN = "Try again"
STYLE_LEARNT = (
    "Learnt from your repairs: {values}. It fades over 60 days; /attune style reset forgets it."
)
BAD_REPAIR = "I know no such kind. Without one I guess; these are the kinds."
NOT_MINE = "That is no reply of mine."
NOT_YOUR_REPLY = "That is no reply to you that I know of. Nothing changed."
REPAIRING = "I am putting that reply better already; it takes a moment."
NOTHING_TO_REPAIR = "There is no reply of mine to you here that I could put better."
NOTHING_CHANGED = "No reply of mine to you here was changed."
FIRST_GONE = "That was more than a day ago: I no longer have the first words."
FIRST_WAS = "Repaired as: {kinds}. This is what it said first."
STANDS_ABOVE = "Repaired as: {kinds}. The first words stand above, as they were."
CANNOT_GET_RIGHT = (
    "I have put this three times and it is still not right ({kinds}). I can't get it right from "
    "here. What would help? Say it in your own words and I will answer that."
)
EMOJIS = "The emojis of the kinds are {state}: {listed}. 🔧 always works."
BAD_EMOJIS = "Use /attune emojis on, /attune emojis off, or /attune emojis."
STANCES: dict[str, str] = {
    "listen": "Listening. I'll hold back advice.",
    "think": "All right: thinking it through with you.",
    "decide": "All right: I'll commit to one answer and say what would change it.",
    "do": "All right: steps, nothing else.",
    "stay": "I'm here in this chat. No advice, no questions.",
}


def greeting(name: str, operator: str) -> str:
    """Gives the line of a first contact."""
    return (
        f"I'm {name}, an AI run by {operator}. I keep what you say for at most a day, unless you "
        "ask me to. 🔧 on a reply if it lands wrong; /attune help."
    )
