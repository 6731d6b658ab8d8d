"""The archive's tables: the only place that knows peewee and SQL."""
