"""A template and its values -> a page; every value is made visible and escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from whence.render.moments import moment
from whence.render.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment(package: str) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["moment"] = moment
    return made


def _shown(value: object) -> str:
    return value if isinstance(value, Markup) else visible(str(value))


def page(template: str, *, package: str = "whence.render", **values: object) -> str:
    """A template of a package with its values filled in."""
    made = _environment(package).get_template(template)
    context = made.new_context(values)
    try:
        return "".join(made.root_render_func(context))
    finally:  # a context and its macros hold each other, and so what was shown
        context.vars.clear()
        context.parent.clear()


def element(name: str, **attributes: str | None) -> Markup:
    """An opening tag; an attribute that is None is left out, "_" in its name is "-"."""
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(visible(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>")  # noqa: S704 - names are ours, values are escaped
