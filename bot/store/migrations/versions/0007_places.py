"""Where a person talked with the bot, sealed, so that they can erase all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a table: an older program goes on beside it."""
    owner, key, space = (
        sa.Column(name, sa.Text, nullable=False) for name in ("owner", "key", "space")
    )
    at = sa.Column("at", sa.BigInteger, nullable=True)
    body = sa.Column("body", sa.LargeBinary, nullable=True)
    op.create_table("place", owner, key, space, at, body, sa.PrimaryKeyConstraint("owner", "key"))
