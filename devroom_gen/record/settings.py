"""What belongs to a site and not to one year. An edition can override all of it."""

from pydantic import Field

from devroom_gen.record.scalars import Line, Model, Prose


class Logo(Model):
    """The picture that links to the conference."""

    src: Line = Field(description="path of the picture, as the page links it", examples=["img/logo.png"])
    alt: Line = Field(description="what the picture shows, for those who cannot see it", examples=["FOSDEM logo"])


class Words(Model):
    """The few fixed words of pages."""

    tbd: Line | None = Field(None, description="what stands for a fact that is not known yet", examples=["TBD"])


class Settings(Model):
    """`events/settings.toml`, the same file in a folder of `events/`, or the table `[settings]` of a record."""

    conference: Line | None = Field(None, description="the conference of all records", examples=["fosdem"])
    output: Line | None = Field(
        None,
        description="where pages are written: a folder, or a pattern with `{target}` and `{edition}`",
        examples=["site/{target}/{edition}"],
    )
    targets: tuple[Line, ...] | None = Field(
        None, description="what is rendered: names of folders of templates", examples=["singlepaged"]
    )
    title: Prose | None = Field(
        None, description="how titles are built", examples=["{conference.short} {name} Devroom"]
    )
    logo: Logo | None = Field(None, description="the picture above the text; left out unless stated")
    words: Words = Field(Words(), description="fixed words of pages")
