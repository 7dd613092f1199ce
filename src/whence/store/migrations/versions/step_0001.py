"""An empty database -> the first shape: what was read, and what follows from it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "text": sa.Text,
    "int": sa.Integer,
    "float": sa.Float,
    "bool": sa.Boolean,
    "bytes": sa.LargeBinary,
}

_TABLES = {
    # name: its key, then its columns; `!` not null, `>` the table whose row it belongs to
    "meta": "name | name:text! value:text",
    "articles": (
        "id | id:text! path:text url:text outlet:text title:text authors:text! published_at:text"
        " language:text agency:text learned_at:text! supersedes:text text:text!"
    ),
    "readings": "article | article:text!>articles reader:text! record:bytes!",
    "attributions": (
        "id | id:text! article:text!>articles position:int! within:text source:text cue:text"
        " content:text! start_char:int! end_char:int! entity:text quotation:text! stance:text!"
        " certainty:text! polarity:text! degree:float! probability_low:float"
        " probability_high:float probability_scale:text probability_words:text basis:text"
        " medium:text said_at:text is_named:bool! score:float! reader:text!"
    ),
    "entities": (
        "article id | article:text!>articles id:text! name:text! kind:text! country:text role:text"
        " sector:text affiliation:text mention_count:int!"
    ),
    "quantities": (
        "article position | article:text!>articles position:int! words:text! start_char:int!"
        " end_char:int! low:float high:float is_approximate:bool! unit:text of_whom:text"
        " change:text attribution:text"
    ),
    "stories": (
        "id | id:text! position:int! title:text first_seen_at:text last_seen_at:text"
        " claim_count:int!"
    ),
    "story_articles": "story position | story:text!>stories position:int! article:text!>articles",
    "story_entities": "story position | story:text!>stories position:int! entity:text!",
    "claims": (
        "id | id:text! position:int! story:text text:text! status:text! first_seen_at:text"
        " last_seen_at:text origin_count:int! origin_count_high:int! outlet_count:int!"
        " record:bytes!"
    ),
    "assertions": (
        "claim position | claim:text!>claims position:int! article:text!>articles attribution:text"
        " text:text! start_char:int! end_char:int! outlet:text via:text origin:text"
        " origin_entity:text is_named:bool! stance:text! certainty:text! degree:float! low:float"
        " high:float unit:text is_approximate:bool! basis:text is_heading:bool! asserted_at:text"
    ),
    "conflicts": (
        "claim position | claim:text!>claims position:int! other:text! detail:text! why:text!"
    ),
    "copies": "article | article:text!>articles original:text! kind:text!",
    "lost_hedges": (
        "position | position:int! article:text!>articles heading_start_char:int!"
        " heading_end_char:int! body_chars:text! hedge:text!"
    ),
    "vectors": "encoder text_hash | encoder:text! text_hash:text! numbers:bytes!",
}

_INDEXES = {
    "articles": ("url", "outlet", "published_at", "learned_at"),
    "attributions": ("article", "entity"),
    "entities": ("id",),
    "claims": ("story",),
    "assertions": ("article", "origin_entity"),
    "story_articles": ("article",),
}


def upgrade() -> None:
    """Make the tables, those that others belong to first."""
    for table, shape in _TABLES.items():
        key, columns = shape.split(" | ")
        constraint = sa.PrimaryKeyConstraint(*key.split(), name=op.f(f"pk_{table}"))
        op.create_table(table, *(_column(table, each) for each in columns.split()), constraint)
    for table, names in _INDEXES.items():
        for name in names:
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name])


def _column(table: str, shape: str) -> sa.Column[Any]:
    shape, _, owner = shape.partition(">")
    name, kind = shape.split(":")
    column = sa.Column(name, _TYPES[kind.rstrip("!")](), nullable=not kind.endswith("!"))
    if owner:
        target = sa.ForeignKey(f"{owner}.id", name=op.f(f"fk_{table}_{name}"), ondelete="CASCADE")
        column.append_foreign_key(target)
    return column
