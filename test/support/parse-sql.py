"""Parses statements as sqlglot knows the dialects of databases: a JSON object a line comes in, and one goes out."""

import json
import sys

import sqlglot
from sqlglot import exp
from sqlglot.optimizer.scope import traverse_scope

for line in sys.stdin:
    asked = json.loads(line)
    dialect = {"postgresql": "postgres"}.get(asked["dialect"], asked["dialect"])
    try:
        tree = sqlglot.parse_one(asked["sql"], dialect=dialect)
        unknown = sorted({call.name.lower() for call in tree.find_all(exp.Anonymous)})
        common = {table.alias_or_name for table in tree.find_all(exp.CTE)}
        read = sorted(".".join(part.name for part in table.parts) for table in tree.find_all(exp.Table) if table.name not in common)
        # What is asked anew for each row: a column of a query that is none of its own tables.
        outer = sorted({column.sql() for scope in traverse_scope(tree) if scope.is_subquery and scope.tables for column in scope.external_columns if column.table})
        told = {"kind": tree.key, "unknown": unknown, "read": read, "outer": outer}
    except Exception as error:
        told = {"error": str(error)[:1000]}
    print(json.dumps(told), flush=True)
