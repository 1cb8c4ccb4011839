"""Words read since when, what a message led to, and whose lock a due thing is done under."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds columns that may be empty: an older program goes on working beside it."""
    op.add_column("person", sa.Column("read_since", sa.BigInteger, nullable=True))
    for table, column in (("due", "person"), ("conversation", "stance_by"), ("repair", "message")):
        op.add_column(table, sa.Column(column, sa.Text, nullable=False, server_default=""))
