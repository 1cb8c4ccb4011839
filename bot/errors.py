"""Everything that can go wrong and that somebody is told about.

AttuneError
├── SettingsFault        the configuration cannot be used; every fault at once
├── StoreError           the database cannot be used as it is
│   ├── StoreAway          it is held by another, or not up yet, and may be free later
│   └── MigrationNeeded    its schema is not the one this program speaks
├── VaultError           the master key is missing or does not open the keys
├── FolderInUse          another process holds the data folder
├── BackupFault          a backup cannot be made, or not be put back
├── PlatformError        a platform refused or could not be reached
│   ├── NeedsOperator      only whoever runs this can mend it: a token, a key, another process
│   ├── PlatformAway       it could not be reached, and may be later
│   ├── NotAllowed         the bot has not the power for it there
│   ├── FileRefused        a file is not taken there
│   ├── RoomGone           the bot is in that room no more
│   └── MessageFixed       a message can be changed no more
├── ModelError           no whole reply came from the model
│   ├── ModelUnreachable   nobody answered, or not in time
│   ├── ModelRefused       it answered with a refusal (key, quota, request)
│   │   ├── ModelBusy        it takes no more requests just now (rate limit)
│   │   ├── ModelEmpty       it ended and had said nothing
│   │   ├── ModelFiltered    the endpoint's own filter kept all of it
│   │   └── ModelDeclined    it declined in so many words, in the field for that
│   └── ModelCutOff        it stopped before it was finished
└── ClassifierError      a text was not read by the classifier

Foreign errors are translated once, where the foreign library is imported. No message of these
carries a person's words or a secret.
"""


class AttuneError(Exception):
    """Is told to whoever caused it, in words they can act on."""


class SettingsFault(AttuneError):
    """Carries every fault of the configuration, each with its name and what to do."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class StoreError(AttuneError):
    """Says why the database cannot be used, and what to do."""


class StoreAway(StoreError):
    """Says that the database is held by another, or not up: the same may work later."""


class MigrationNeeded(StoreError):
    """Says that the schema is not the one this program speaks."""


class VaultError(AttuneError):
    """Says that the master key is missing or wrong; nothing was changed."""


class FolderInUse(AttuneError):
    """Says that another process holds the data folder."""


class BackupFault(AttuneError):
    """Says why a backup cannot be made or put back; what was there before stands as it was."""


class PlatformError(AttuneError):
    """Says that a platform refused a call or could not be reached."""


class PlatformAway(PlatformError):
    """Says that the platform could not be reached for long; the same may work later."""


class NotAllowed(PlatformError):
    """Says that the bot has not the power for that there: only its admins can give it."""


class FileRefused(PlatformError):
    """Says that a file is not taken there: nothing was said, and words may be said instead."""


class RoomGone(PlatformError):
    """Says that the bot is in that room no more: nothing can be said there, and no reply waits."""


class NeedsOperator(PlatformError):
    """Says that only whoever runs this can mend it: trying again changes nothing."""


class MessageFixed(PlatformError):
    """Says that a message of the bot's is gone, or may be changed no more: say another."""


class ModelError(AttuneError):
    """Says that no whole reply came; what was shown before it must be marked."""


class ModelUnreachable(ModelError):
    """Says that nobody answered, or not in time."""


class ModelRefused(ModelError):
    """Says that the endpoint answered with a refusal."""


class ModelBusy(ModelRefused):
    """Says that the endpoint takes no more requests just now (rate limit)."""


class ModelEmpty(ModelRefused):
    """Says that the reply ended and held no words."""


class ModelFiltered(ModelRefused):
    """Says that the endpoint's own filter let no word of the reply through."""


class ModelDeclined(ModelRefused):
    """Says that the model declined, in the field that is for that."""


class ModelCutOff(ModelError):
    """Says that the stream stopped before it was finished."""


class ClassifierError(AttuneError):
    """Says that a text was not read by the classifier; what patterns say of it stands."""
