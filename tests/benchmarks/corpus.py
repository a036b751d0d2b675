"""Makes the editions that all tools render: facts and texts by a seed, about 4 kB each, 25 editions to a series."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import tomli_w

FIRST_YEAR, EDITIONS = 2001, 25
CONFERENCE = "gathering"
_WORDS = [
    "open",
    "source",
    "software",
    "people",
    "room",
    "talk",
    "hardware",
    "network",
    "kernel",
    "compiler",
    "library",
    "cluster",
    "storage",
    "graph",
    "stream",
    "data",
    "science",
    "community",
    "project",
    "release",
    "bug",
    "fix",
    "review",
    "test",
    "build",
    "package",
    "license",
    "community",
    "documentation",
    "language",
    "memory",
    "thread",
    "message",
    "queue",
    "cache",
    "parser",
    "editor",
    "terminal",
    "window",
    "browser",
    "server",
    "client",
    "protocol",
    "packet",
    "driver",
    "device",
    "board",
    "sensor",
    "radio",
    "camera",
    "sound",
    "picture",
    "text",
    "font",
    "page",
    "mail",
    "list",
    "archive",
    "mirror",
    "branch",
    "commit",
    "merge",
]
_NAMES = ("Ada", "Bram", "Chloe", "Daan", "Elif", "Femke", "Goran", "Hanne", "Ines", "Jonas", "Kaat", "Lars", "Mina")
_TEMPLATE_OF_PITCH = (
    "Welcome to the {edition} edition of the {name} devroom at [{conference}]({conference.url}).",
    "We meet on {date.long}, at [{venue}]({venue.map}) in {city}, {country}.",
    "The call closes on {call.closes.long}; write to [{contact.shown}]({contact.url}).",
)


@dataclass(frozen=True)
class Edition:
    """One edition: its record for this project, and what a person would type for any other tool."""

    series: str
    year: int
    record: dict[str, Any]
    filled: dict[str, Any]


def make_editions(count: int, seed: int = 1) -> Iterator[Edition]:
    """Make editions, series by series; the same seed gives the same ones."""
    for number in range(count):
        yield _make_edition(number // EDITIONS, number % EDITIONS, random.Random(seed * 1_000_003 + number))


def write_project(folder: Path, count: int, targets: tuple[str, ...] = ("page",)) -> None:
    """Write the records, settings and the data file of the conference."""
    for edition in make_editions(count):
        path = folder / "events" / edition.series / f"{edition.year}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(edition.record, multiline_strings=True), encoding="utf-8")
    settings = {"conference": CONFERENCE, "targets": list(targets), "words": {"at": "at"}}
    (folder / "events/settings.toml").write_text(tomli_w.dumps(settings), encoding="utf-8")
    (folder / "conferences").mkdir()
    (folder / f"conferences/{CONFERENCE}.toml").write_text(tomli_w.dumps(_conference()), encoding="utf-8")


def _conference() -> dict[str, Any]:
    years = {str(year): {"days": [_saturday(year), _saturday(year) + timedelta(1)]} for year in range(2001, 2026)}
    return {
        "name": "Gathering",
        "short": "Gathering {yy}",
        "zone": "Europe/Brussels",
        "venue": {"name": "Old Mill", "city": "Ghent", "country": "Belgium", "map": "https://example.org/map/7"},
        "links": {
            "home": [{"url": "https://example.org/{year}/"}],
            "submit": [{"url": "https://example.org/{year}/submit"}],
            "code_of_conduct": [{"url": "https://example.org/{year}/conduct"}],
        },
        "years": years,
    }


def _saturday(year: int) -> date:
    first = date(year, 2, 1)
    return first + timedelta((5 - first.weekday()) % 7)


def _make_edition(series: int, place: int, dice: random.Random) -> Edition:
    year = FIRST_YEAR + place
    name = f"Devroom {series:03}"
    day, closes = _saturday(year), date(year - 1, 12, 1)
    contact = f"devroom{series}@lists.example.org"
    pitch = [_TEMPLATE_OF_PITCH[0], *(_sentences(dice, 3) for _ in range(3)), *_TEMPLATE_OF_PITCH[1:]]
    shared: dict[str, Any] = {
        "topics": {
            "lead": "We look for talks on:",
            "items": [_phrase(dice), {"topic": _phrase(dice), "items": [_phrase(dice) for _ in range(4)]}]
            + [_phrase(dice) for _ in range(6)],
            "closing": [_sentences(dice, 1)],
        },
        "organizers": [_person(dice, name) for name in dice.sample(_NAMES, k=4)],
        "sponsors": [{"name": f"Sponsor {dice.randrange(100)}", "url": "https://example.com/sponsor"}],
    }
    call = {
        "track": f"{name} track",
        "lead": [_sentences(dice, 2)],
        "include": [_phrase(dice) for _ in range(5)],
        "notes": [_sentences(dice, 2) for _ in range(3)],
    }
    record = {
        "name": name,
        "year": year,
        "date": day,
        "venue": "Old Mill",
        "hours": "09:00-17:00",
        "schedule": date(year - 1, 12, 15),
        "phase": "open",
        "pitch": pitch,
        "call": {"opens": date(year - 1, 10, 12), "closes": closes, "extended": [date(year - 1, 11, 24)], **call},
        "milestones": [{"label": "Talks confirmed", "date": date(year - 1, 12, 8)}],
        **shared,
        "links": {"contact": contact, "repository": f"https://example.org/git/{series}"},
    }
    facts = _facts(name, place + 1, day, closes, contact)
    filled = {
        "title": f"Gathering {year % 100:02} {name} Devroom",
        "date": day,
        "hours": "09:00-17:00",
        "venue": "Old Mill",
        "map": "https://example.org/map/7",
        "place": "Ghent, Belgium",
        "pitch": [_fill(text, facts) for text in pitch],
        "call": {**call, "submit": f"https://example.org/{year}/submit", "closes": closes},
        "milestones": [
            {"label": "Call for participation opens", "date": date(year - 1, 10, 12)},
            {
                "label": "Call for participation closes", "date": closes, "is_main": True,
                "was": [date(year - 1, 11, 24)],
            },
            {"label": "Devroom schedule available", "date": date(year - 1, 12, 15)},
            {"label": "Talks confirmed", "date": date(year - 1, 12, 8)},
            {"label": "Devroom date", "date": day, "is_main": True, "hours": "09:00-17:00"},
        ],
        **shared,
        "code_of_conduct": f"https://example.org/{year}/conduct",
        "contact": contact,
        "shown": facts["contact.shown"],
        "path": f"devroom{series:03}/{year}",
    }  # fmt: skip
    return Edition(f"devroom{series:03}", year, record, filled)


def _facts(name: str, number: int, day: date, closes: date, contact: str) -> dict[str, str]:
    suffix = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return {
        "edition": f"{number}{suffix}",
        "name": name,
        "conference": f"Gathering {day.year}",
        "conference.url": f"https://example.org/{day.year}/",
        "date.long": write_day(day),
        "venue": "Old Mill",
        "venue.map": "https://example.org/map/7",
        "city": "Ghent",
        "country": "Belgium",
        "call.closes.long": write_day(closes),
        "contact.shown": contact.replace("@", " at "),
        "contact.url": f"mailto:{contact}",
    }


def write_day(day: date) -> str:
    """Write a day as pages do: `Saturday, February 3, 2001`."""
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def _fill(text: str, facts: dict[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _person(dice: random.Random, name: str) -> dict[str, str]:
    return {
        "name": f"{name} {dice.choice(_WORDS).capitalize()}",
        "url": f"https://example.org/people/{dice.randrange(1000)}",
        "affiliation": f"{dice.choice(_WORDS).capitalize()} group at Ghent University",
        "affiliation_url": "https://example.org/ghent",
    }


def _phrase(dice: random.Random) -> str:
    return " ".join(dice.choices(_WORDS, k=6)).capitalize()


def _sentences(dice: random.Random, count: int) -> str:
    return " ".join(f"{' '.join(dice.choices(_WORDS, k=13)).capitalize()}." for _ in range(count))
