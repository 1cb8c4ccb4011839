"""Where a person talked with the bot, sealed; and whether a space lets it listen in threads."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a table and a column: an older program goes on beside them."""
    owner, key, space = (
        sa.Column(name, sa.Text, nullable=False) for name in ("owner", "key", "space")
    )
    at = sa.Column("at", sa.BigInteger, nullable=True)
    body = sa.Column("body", sa.LargeBinary, nullable=True)
    op.create_table("place", owner, key, space, at, body, sa.PrimaryKeyConstraint("owner", "key"))
    no = sa.Column("listens", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("space", no)
