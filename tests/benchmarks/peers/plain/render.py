"""The script that a newcomer writes: tomllib, pydantic, Jinja2, one page for each file."""

import sys
import tomllib
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from pydantic import BaseModel


class Topic(BaseModel):
    topic: str
    items: list[str]


class Topics(BaseModel):
    lead: str
    items: list[str | Topic]
    closing: list[str]


class Call(BaseModel):
    track: str
    lead: list[str]
    include: list[str]
    notes: list[str]
    submit: str
    closes: date


class Milestone(BaseModel):
    label: str
    date: date
    is_main: bool = False
    hours: str | None = None
    was: list[date] = []


class Person(BaseModel):
    name: str
    url: str
    affiliation: str | None = None
    affiliation_url: str | None = None


class Record(BaseModel):
    title: str
    date: date
    hours: str
    venue: str
    map: str
    place: str
    pitch: list[str]
    topics: Topics
    call: Call
    milestones: list[Milestone]
    organizers: list[Person]
    sponsors: list[Person]
    code_of_conduct: str
    contact: str
    shown: str
    path: str


def write_day(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def main(content: Path, templates: Path, output: Path) -> None:
    environment = Environment(
        loader=FileSystemLoader(templates), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["long"] = write_day
    records = []
    for path in sorted(content.rglob("*.toml")):
        with path.open("rb") as file:
            record = Record(**tomllib.load(file)["r"])
        records.append(record)
        target = output / record.path / "README.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(environment.get_template("page.md").render(r=record), encoding="utf-8")
    records.sort(key=lambda record: (-record.date.year, record.path))
    (output / "README.md").write_text(environment.get_template("index.md").render(editions=records), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
