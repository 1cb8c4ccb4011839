"""What a platform told and nobody handled yet, and what it must remember."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds tables: an older program goes on beside them."""
    _keyed(
        "inbox",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    _keyed("note")


def _keyed(table: str, *columns: sa.Column[object]) -> None:
    owner, key = (sa.Column(name, sa.Text, nullable=False) for name in ("owner", "key"))
    at = sa.Column("at", sa.BigInteger, nullable=True)
    body = sa.Column("body", sa.LargeBinary, nullable=True)
    op.create_table(table, owner, key, at, *columns, body, sa.PrimaryKeyConstraint("owner", "key"))
