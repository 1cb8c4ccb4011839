"""What people write in English who want it off, and what looks like that."""

from bot.withdrawal.words import LeavingWords

ENGLISH = LeavingWords(
    "English",
    around=(
        "please|pls|plz|thanks|thank_you|thx|ty|cheers|kindly|ok|okay|alright|sorry|hey|hi|hello",
        "attune|bot|now|right_now|right_away|immediately|at_once|just|already|then|for_now|again",
        "for_good|forever|for_today|yes|no|nope|yeah|altogether|completely|so|and|i_said",
        "can|could|will|would you|we",
        "oh|actually|nah|thank_you_very_much|thank_you_so_much|very_much|if_you_can|i'd_rather_you",
        "i want|need you_to",
        "i would_like|'d_like you_to",
        "i want|need|wish|would_like|'d_like to",
        "would_like to",
        "would_you_mind|you_can|you_may|lets|let_us",
    ),
    bare=(
        "off|offf|turn_off|switch_off|shut_off",
        "turn|switch|shut it|this|that|all_this|it_all|that_all|everything|this_thing off",
        "turn|switch|shut off it|this|that|everything|this_thing",
        "disable|deactivate -|it|this|that|everything",
        "stop this|all_this|this_thing|all_of_this",
    ),
    strong=(
        "withdraw|revoke|cancel|retract|rescind|remove my|the consent|permission|agreement",
        "i -|hereby|now|do|am|'m withdraw|withdrawing|revoke|revoking|cancel|retract|rescind "
        "my|the consent|permission|agreement -|to_this|to_all_of_this|for_this|to_attune",
        "i take|am_taking|'m_taking back my consent|permission|yes",
        "take back my consent|permission|yes",
        "i -|hereby|now withdraw|revoke consent -|to_this|to_everything|to_all_of_this",
        "withdrawing|revoking|retracting|cancelling my consent|permission",
        "you do_not|don't|no_longer have my consent|permission -|anymore|any_more|any_longer",
        "my_consent_is_withdrawn|my_consent_is_revoked|my_consent_ends_here|my_consent_ends_now",
        "withdraw_consent|revoke_consent|i_withdraw|consent_withdrawn|consent_revoked|consent_cancelled|consent_canceled|"
        "no_consent",
        "i no_longer|do_not|don't|never consent -|to_this|to_that|to_any_of_this "
        "-|anymore|any_more|any_longer",
        "i no_longer agree -|to_this|to_that|to_any_of_this",
        "i do_not|don't agree to_this|to_that|to_any_of_this -|anymore|any_more|any_longer",
        "opt|opting|i_opt|i'm_opting|i_am_opting out -|of_this|of_attune|of_everything|of_it",
        "opt me out -|of_this|of_everything",
        "attune_off|bot_off|off_attune",
        "turn|switch|shut attune|the_bot|yourself|you off",
        "turn|switch|shut off attune|the_bot|yourself",
        "disable|deactivate attune|the_bot|yourself",
        "go_back|return|returning to plain|plain_mode|plain_level|normal_mode|normal_level",
        "go_back_to_how_you_were|go_back_to_how_it_was|back_to_how_you_were|back_to_how_it_was",
        "-|go|go_me|switch|set_it|turn_it|put_it|take_me|bring_me|let's_go|i'm_going back_to|to "
        "plain|plain_mode|plain_level|plain_again|normal_mode|normal_level",
        "plain_mode|plain_level|level_plain|make_it_plain|be_plain|just_plain|plain_only",
        "go_plain|stay_plain|plain_from_now_on|plain_again",
    ),
    unsure=(
        "-|go|return|switch|turn_it|take_me|bring_me|let's_go|i'm_going back_to|to normal -|again",
        "go_back|going_back to_normal",
        "count|take|leave me out -|of_this|of_it",
        "stop being|acting so|- warm|attuned|close|friendly|personal",
        "i_take_it_all_back",
        "i want|wanna|need out -|of_this|of_here|of_it",
        "i would_like|'d_like out -|of_this|of_here|of_it",
        "let|get me out -|of_this|of_here",
        "i_want_to_leave|i_wanna_leave|i'd_like_to_leave",
        "i_am|i'm leaving this|this_chat_for_good|attune|the_bot|all_of_this -|now|for_good",
        "i_am|i'm out_of_this|out_of_all_of_this|out_of_attune",
        "i want_to|wanna quit|stop -|this|it",
        "i want_to|wanna|need_to|'d_like_to switch_off|turn_off|shut_off",
        "let_me_go|leave_me_alone|leave_me_be|go_away|get_lost|back_off|get_out",
        "fuck_off|piss_off|bugger_off|sod_off|shut_up|shut_it|shut_the_fuck_up|shush|be_quiet",
        "stop_it|stop_that|cut_it_out|end_this|quit|exit|unsubscribe",
        "i want|need|would_like|'d_like this|it|you|that|everything off|gone|stopped|switched_off"
        "|turned_off|disabled",
        "get|take|turned this off",
        "i_never_agreed|i_never_agreed_to_this|i_never_agreed_to_any_of_this",
        "i_want_plain|i_just_want_plain|stop_doing_this|this_needs_to_stop|this_has_to_stop",
        "this_must_stop|make_it_stop|get_out_of_my_dms|get_out_of_my_messages",
        "i don't|do_not want to_do|to_continue|to_go_on -|this|it|with_this -|anymore|any_more|now",
        "i don't|do_not want you_to talk|message|text|write|reply|answer|contact|dm|ping "
        "-|me|to_me -|anymore|again|any_more",
        "i want_to|would_like_to|'d_like_to be left_alone",
        "pause attune|the_bot",
        "i_quit|unsubscribe_me|no_more_of_this|log_out|log_me_out|sign_out|sign_me_out",
        "stop talking|messaging|texting|writing|replying|answering|contacting|bothering|pinging"
        "|dming|speaking|responding -|me|to_me",
        "don't|do_not|never talk|message|text|write|reply|answer|contact|speak|bother|ping|dm "
        "-|me|to_me -|again|anymore|any_more|ever_again",
        "no_more_messages|no_more_replies|stop_with_this|stop_the_messages|stop_the_bot",
        "i don't|do_not|no_longer|never want|need this|you|attune|it -|anymore|any_more|any_longer",
        "i_am|i'm done|finished|through with_this|with_you|with_attune",
        "i have|'ve had enough -|of_this|of_you",
        "how_do_i|how_can_i|how_to|can_i|how_would_i opt_out|leave|withdraw_my_consent|stop_this"
        "|quit_this|turn_this_off|turn_you_off|switch_this_off"
        "|switch_you_off|turn_attune_off|turn_off_attune",
    ),
    erase=(
        "delete|erase|remove|wipe all data|information|messages about_me|of_mine|on_me",
        "delete|erase|remove|wipe|clear my|all_my|our chat|chats|chat_history|conversation",
        "i want|need|would_like|'d_like -|all my data|messages|history|account|information "
        "deleted|erased|removed|wiped|gone|forgotten",
        "forget_all_of_it|forget_about_me|forget_what_i_told_you|forget_what_i_said|forget_it_all",
        "delete|erase|remove|wipe|clear|destroy|purge|forget all_my|my|all_of_my|the "
        "data|history|messages|information|info|account|memory|memories|records|chats|profile",
        "delete|erase|remove|wipe|forget me -|completely|entirely|from_here|from_this",
        "delete|erase|remove|wipe|forget everything|all|anything|all_of_it|it_all|what "
        "-|about_me|of_mine|on_me|you_know|you_have "
        "-|about_me|on_me|of_me",
        "i want_to|would_like_to|'d_like_to be forgotten|erased|deleted",
        "how_do_i|how_can_i|how_to|can_i|how_would_i delete_my_data|erase_my_data",
    ),
    state=("off|disable|disabled|deactivate|deactivated",),
)
