"""Alembic's entry: run the migrations on the connection, and inside the transaction, that we hand in."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
