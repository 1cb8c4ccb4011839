"""Crisis episodes under a day's key, counts of nobody, night cards, and the admins' own line."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds tables, and columns that may be empty: an older program goes on beside it."""
    for column in ("crisis_text", "crisis_url"):
        op.add_column("space", sa.Column(column, sa.Text, nullable=False, server_default=""))
    numbers = [_integer(name) for name in ("referred", "declined", "turns")]
    _keyed("episode", _moment("at"), _moment("started_at"), *numbers)
    _keyed("episodekey", _moment("at"), _sealed("body"))
    _keyed("count", _integer("count"))
    _keyed("nightcard", _sealed("body"))


def _keyed(table: str, *columns: sa.Column[object]) -> None:
    owner, key = (sa.Column(name, sa.Text, nullable=False) for name in ("owner", "key"))
    op.create_table(table, owner, key, *columns, sa.PrimaryKeyConstraint("owner", "key"))


def _integer(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer, nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger, nullable=True)


def _sealed(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary, nullable=True)
