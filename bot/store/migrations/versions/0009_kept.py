"""One table for the rows of every kind, sealed; a ledger without what could link its entries.

The program moves the rows when it opens the database next: only it has the keys. The ledger loses
the hashes of events, which a key that outlives an erase could make again, and the part of its
times that other things share; what was agreed to, and that, stays as it was written.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COARSER = """
    UPDATE ledger SET message = '',
    at = at - at % 3600000000,
    expires_at = expires_at - expires_at % 3600000000
"""  # to the hour, of microseconds


def upgrade() -> None:
    """Adds a table: the older ones stay where they are, and are empty afterwards."""
    op.create_table(
        "kept",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("owner", "kind", "key"),
    )
    op.create_index("kept_at", "kept", ["kind", "at"])
    op.execute("DELETE FROM seen")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE ledger DISABLE TRIGGER ledger_refuses")
        op.execute(COARSER)
        op.execute("ALTER TABLE ledger ENABLE TRIGGER ledger_refuses")
    else:
        op.execute("DROP TRIGGER ledger_refuses_update")
        op.execute(COARSER)
        op.execute(
            "CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON ledger "
            "BEGIN SELECT RAISE(ABORT, 'an entry of the ledger never changes'); END"
        )
