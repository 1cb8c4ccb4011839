"""What is hashed under a person's own key to name them in the audit ledger: their erase ends it."""

from typing import Final

BY: Final = "audit: by"  # under the key of an admin's scope
ABOUT: Final = "audit: about"  # under a person's own key
