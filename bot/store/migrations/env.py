"""Run by Alembic for every migration, on the connection that migrate.py hands over."""

from alembic import context

from bot.store.tables import metadata

# No commit here: migrate.py holds the one transaction that all steps run in.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
