"""Keys: the master keys, and under them one data key for each scope and person.

Whether a key still exists is asked of the database each time, because another process may have
destroyed it: of SQLite's file in memory, of PostgreSQL in one round trip.
"""

from bot.vault.file import FileVault, keys_exist
from bot.vault.master import master_keys, new_master_key
from bot.vault.sealing import DataKey, MasterKey

__all__ = [
    "DataKey",
    "FileVault",
    "MasterKey",
    "keys_exist",
    "master_keys",
    "new_master_key",
]
