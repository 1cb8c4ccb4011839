"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table, and keeps the ledger's entries as they were written."""
    _kept()
    _operational()
    _ledger()


def _keyed(table: str, *columns: sa.Column[object]) -> None:
    owner, key = _text("owner"), _text("key")
    op.create_table(table, owner, key, *columns, sa.PrimaryKeyConstraint("owner", "key"))


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _boolean(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger, nullable=nullable)


def _sealed(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary, nullable=True)


def _kept() -> None:
    _keyed(
        "scope",
        _text("state"),
        _integer("level"),
        _text("policy"),
        _moment("given_at"),
        _moment("expires_at"),
        _text("conversation"),
        _moment("entered_at"),
        _moment("paused_until"),
        _moment("frozen_until"),
        _integer("frozen_above"),
        _integer("epoch"),
    )
    _keyed(
        "space",
        _integer("ceiling", nullable=True),
        _integer("epoch"),
    )
    _keyed(
        "person",
        _boolean("under_18"),
        _moment("met_at"),
        _moment("noticed_at"),
        _moment("talk_since"),
        _moment("last_at"),
        _moment("minute_at"),
        _integer("minute_count"),
        _moment("told_at"),
        _moment("day_at"),
        _integer("day_tokens"),
    )
    _keyed(
        "conversation",
        _moment("started_at"),
        _moment("last_at"),
        _text("stance"),
        _integer("turn"),
        _boolean("only_question"),
        _text("corrections"),
    )
    _keyed(
        "style",
        _text("value"),
    )


def _operational() -> None:
    _keyed(
        "post",
        _text("purpose"),
        _text("reply"),
        _moment("at"),
        _sealed("body"),
    )
    _keyed(
        "reply",
        _text("room"),
        _moment("at"),
        _integer("turn"),
        _integer("repairs"),
        _text("rupture"),
        _moment("asked_at"),
        _boolean("by_emoji"),
        _sealed("body"),
        _sealed("before"),
    )
    _keyed(
        "ask",
        _text("room"),
        _text("answers"),
        _moment("at"),
        _text("state"),
        _integer("epoch"),
        _integer("space_epoch"),
        _integer("turn"),
        _sealed("body"),
        _sealed("shown"),
    )
    _keyed(
        "outbox",
        _moment("at"),
        _integer("place"),
        _sealed("body"),
    )
    _keyed(
        "tray",
        _moment("at"),
        _sealed("body"),
    )
    _keyed(
        "due",
        _moment("at"),
    )
    _keyed(
        "repair",
        _moment("at"),
        _text("kind"),
        sa.Column("seconds", sa.Float, nullable=True),
        _boolean("again"),
    )
    op.create_table(
        "seen", sa.Column("tag", sa.Text, primary_key=True), _moment("at", nullable=False)
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer, primary_key=True),
        _text("subject"),
        _text("state"),
        _integer("level"),
        _text("purposes"),
        _text("policy"),
        _moment("at", nullable=False),
        _moment("expires_at"),
        _text("message"),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        return _ledger_refuses_on_postgres()
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ledger_refuses_{change.lower()} BEFORE {change} ON ledger "
            "BEGIN SELECT RAISE(ABORT, 'an entry of the ledger never changes'); END"
        )
    return None


def _ledger_refuses_on_postgres() -> None:
    op.execute(
        "CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'an entry of the ledger never changes'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_refuses BEFORE UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_refuses()"
    )
