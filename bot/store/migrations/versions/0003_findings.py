"""What the governor found in a reply, as rules and actions, without words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column with a default: an older program goes on working beside it."""
    op.add_column("reply", sa.Column("findings", sa.Text, nullable=False, server_default=""))
