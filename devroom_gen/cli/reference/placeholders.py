"""The reference of the placeholders, printed from their closed table."""

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.facts.when import STYLES


def print_placeholders() -> str:
    """Print all placeholders; those of a day once, and the styles of a day beside them."""
    dated = [name for name in PLACEHOLDERS if all(f"{name}.{style}" in PLACEHOLDERS for style in STYLES)]
    styled = {f"{name}.{style}" for name in dated for style in STYLES}
    plain = [name for name in PLACEHOLDERS if name not in styled]
    rows = [(f"`{{{name}}}`", PLACEHOLDERS[name] + (", in any style" if name in dated else "")) for name in plain]
    styles = [
        ("`{date}`", "plain: `February 4, 2017`"),
        *((f"`{{date.{style}}}`", how) for style, how in STYLES.items()),
    ]
    names = ", ".join(f"`{{{name}.long}}`" for name in dated if name != "date")
    return (
        f"{write_table(['placeholder', 'stands for'], rows)}\n"
        f"The styles of a day. They fit every day: {names} and so on.\n\n"
        f"{write_table(['placeholder', 'style'], styles)}"
    )
