"""What is asked and told when this is set up: a file of each language, typed and read once."""

from dataclasses import dataclass
from functools import cache

from adapters.kit.sentences import sentences_of
from bot.strings import Strings


@dataclass(frozen=True, slots=True)
class OnSetup:
    """Every sentence that is said while somebody sets this up."""

    which: str
    a_number: str  # {most}
    kept: str  # {file}
    not_kept: str  # {names}
    environment_wins: str  # {name}
    left: str
    needs_terminal: str
    why: str
    why_demonstration: str
    first: str
    looking: str
    found_none: str
    has_no_model: str  # {server}
    more_models: str  # {server}, {count}, {url}
    on_this_machine: str  # {model}, {server}
    another: str
    look_again: str
    offered: str  # {model}, {size} in GB
    a_file: str
    file_path: str
    back: str
    download: str
    about_download: str  # {model}, {size}, {licence}, {sha256}, {host}, {folder}
    not_installed: str
    too_little_memory: str
    the_rest: str
    progress: str  # {share}, {size}
    measuring: str
    measured: str  # {threads}, {seconds}
    demonstration: str
    address: str
    key: str
    model_name: str
    another_name: str
    asking_model: str  # {model}
    not_asked_again: str
    menu: str
    model_is: str  # {model}
    matrix_is: str  # {account}
    discord_is: str  # {app}
    none_yet: str
    is_set: str
    done: str
    next_chat: str
    next_serve: str
    leave: str
    change: str
    again: str
    go_on: str
    operator: str
    matrix_first: str
    homeserver: str
    sign_in_how: str
    with_password: str
    with_token: str
    account: str
    password: str
    token: str
    signing_in: str
    signed: str  # {device}
    other_keys: str
    fresh_keys: str
    password_once: str
    matrix_next: str  # {account}
    discord_first: str  # {portal}
    discord_token: str
    invite: str
    invited: str
    no_server: str
    discord_next: str


@cache
def said_on_setup(strings: Strings) -> OnSetup:
    """Gives what is said while somebody sets this up, in the language of those strings."""
    return sentences_of("cli", OnSetup, strings.code)
