"""The audit ledger: chains of entries that nothing changes or takes away."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

REFUSES = "an entry of the audit ledger never changes"


def upgrade() -> None:
    """Adds a table: an older program goes on beside it, and records nothing there."""
    texts = [sa.Column(name, sa.Text, nullable=False) for name in ("hand", "act", "facts")]
    whom = [sa.Column(name, sa.Text, nullable=False) for name in ("doer", "about", "link")]
    op.create_table(
        "trail",
        sa.Column("chain", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        *texts,
        *whom,
        sa.PrimaryKeyConstraint("chain", "number"),
    )
    op.create_index("trail_doer", "trail", ["doer"])
    op.create_index("trail_about", "trail", ["about"])
    if op.get_bind().dialect.name == "postgresql":
        return _refuses_on_postgres()
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER trail_refuses_{change.lower()} BEFORE {change} ON trail "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSES}'); END"
        )
    return None


def _refuses_on_postgres() -> None:
    op.execute(
        "CREATE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSES}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER trail_refuses BEFORE UPDATE OR DELETE ON trail "
        "FOR EACH ROW EXECUTE FUNCTION trail_refuses()"
    )
    op.execute(
        "CREATE TRIGGER trail_refuses_truncate BEFORE TRUNCATE ON trail "
        "FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses()"
    )
