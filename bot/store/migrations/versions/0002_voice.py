"""What the full voice keeps: what a repair taught, emojis, ignore-me, age, blocks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FLAGS = (
    ("space", "blocked"),
    ("person", "emojis"),
    ("person", "ignored"),
    ("person", "blocked"),
    ("person", "age_open"),
    ("repair", "failed"),
    ("repair", "undone"),
)


def upgrade() -> None:
    """Adds columns, each with a default: an older program goes on working beside it."""
    for table, name in _FLAGS:
        flag = sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
        op.add_column(table, flag)
    for name in ("level", "turn"):
        op.add_column("repair", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.add_column("repair", sa.Column("room", sa.Text, nullable=False, server_default=""))
    op.add_column("reply", sa.Column("answers", sa.Text, nullable=False, server_default=""))
    op.add_column("person", sa.Column("age_asked_at", sa.BigInteger, nullable=True))
