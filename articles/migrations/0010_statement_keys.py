"""Keys of another kind: the old ones go, and the next import compares all articles anew, which writes theirs."""

import django.db.models.deletion
from django.db import migrations, models

TABLE = """
CREATE TABLE articles_statementkey (
    key integer NOT NULL,
    statement_id bigint NOT NULL REFERENCES articles_statement (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (key, statement_id)
) WITHOUT ROWID
"""
INDEX = "CREATE INDEX statement_key_statements ON articles_statementkey (statement_id)"


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(TABLE)
        schema_editor.execute(INDEX)
    else:
        schema_editor.create_model(apps.get_model("articles", "StatementKey"))


def drop(apps, schema_editor):
    schema_editor.delete_model(apps.get_model("articles", "StatementKey"))


def forget(apps, schema_editor):
    apps.get_model("articles", "Article").objects.update(is_compared=False)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0009_former_reports"),
    ]

    operations = [
        migrations.DeleteModel(name="StatementKey"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="StatementKey",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "key",
                                "statement_id",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("key", models.IntegerField()),
                        (
                            "statement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="keys",
                                to="articles.statement",
                            ),
                        ),
                    ],
                    options={"verbose_name_plural": "statement keys"},
                ),
            ],
        ),
        migrations.RunPython(create, drop),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
