"""Run migrations on the connection that the program hands over; there is no alembic.ini."""

from __future__ import annotations

from alembic import context

if hasattr(context, "config"):  # False where this file is only imported, not run by Alembic
    # SQLite can undo table changes, so a migration that is cut off leaves nothing behind.
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
    context.run_migrations()
