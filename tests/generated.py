"""Valid records made by chance, for laws that must hold for all of them."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

WEEKENDS = {
    2017: date(2017, 2, 4), 2018: date(2018, 2, 3), 2019: date(2019, 2, 2), 2024: date(2024, 2, 3), 2027: date(2027, 1, 30)
}  # fmt: skip
NAMES = (
    "Rust", "HPC, Big Data, and Data Science", "Go", "Graph Processing", "Legal and Policy Issues", "Software Defined Radio", "Kernel",
    "Free Java", "Testing and Automation", "Open Source Design", "Decentralized Internet and Privacy",
)  # fmt: skip
LABELS = (
    "Dinner of the devroom", "Notification of acceptance", "Speakers are told", "Schedule is published", "Slides due", "Hackathon",
    "Second round of talks closes", "Deadline for lightning talks", "Social event", "Meeting of the community", "Final programme online",
    "Conference day", "Travel grants close", "Call for volunteers opens", "Videos released", "Fringe event: hackfest", "Poster deadline",
    "Confirmation by speakers", "Workshop day", "Pre-event call", "The call closes for demos", "Last year's speakers are thanked",
)  # fmt: skip
PITCH = (
    "Welcome to the {edition} edition of the {name} devroom, part of [{conference}]({conference.url}).", "We meet on {date.long}.",
    "Bring your laptop.", "- a point\n- another", "Since the beginning we talk about compilers.", "It is our {edition.word} time in {city}.",
)  # fmt: skip
PEOPLE = ("Jean Bartik", "Radia Perlman", "Karen Spärck Jones", "Mary Allen Wilkes", "Klára Dán")
LEAD = ("Everyone is invited to propose a talk.", "We look for talks of 20 minutes.", "Newcomers are welcome.")
PLACE = {"name": "Old Mill", "city": "Brussels", "country": "Belgium", "map": "https://example.org/map"}


def make_record(dice: Random) -> dict[str, Any]:
    """Make the values of a record in which everything is possible and nothing is wrong."""
    year = dice.choice([*WEEKENDS])
    saturday = WEEKENDS[year]
    sunday = saturday + timedelta(1)
    day = dice.choice([saturday, sunday])
    record: dict[str, Any] = {
        "name": dice.choice(NAMES), "year": year, "date": dice.choice([day, day, [saturday, sunday], {"from": saturday, "to": sunday}]),
        "venue": dice.choice(["ULB (Campus Solbosch)", PLACE, {**PLACE, "room": "H.1302"}, {**PLACE, "room": "TBD"}]),
        "pitch": dice.sample(PITCH, dice.randint(1, 3)),
    }  # fmt: skip
    some: dict[str, Any] = {
        "hours": dice.choice(["09:00-17:00", "full day", "TBD", "9am - 5pm", "10h30-19h", "morning"]),
        "edition": dice.randint(1, 13),
        "mode": dice.choice(["online", "hybrid", "on-site"]),
        "banner": dice.choice([["Welcome back!"], [{"when": ["open", "extended"], "text": "The call is open until {call.closes}."}]]),
        "schedule": dice.choice(["TBD", {"month": f"{year - 1}-12"}, day - timedelta(dice.randint(40, 55))]),
        "call": _make_call(dice, day, record["name"]),
        "milestones": [_make_milestone(dice, label, day) for label in dice.sample(LABELS, dice.randint(1, 4))],
        "topics": {"items": ["Tools", {"topic": "Paradigms", "items": ["Streaming", "Graphs"]}]},
        "organizers": [_make_person(dice, name) for name in dice.sample(PEOPLE, dice.randint(1, 4))],
        "sponsors": [{"name": "Engines Ltd", "url": "https://example.org/engines"}],
        "links": {
            "contact": "devroom@lists.example.org", "site": "https://example.org/", "repository": "https://example.org/source",
            "forum": "https://forum.example.org/", "chat": "https://chat.example.org/", "programme": f"https://fosdem.org/{year}/schedule/track/rust/",
        },
    }  # fmt: skip
    record |= {key: value for key, value in some.items() if dice.random() < 0.6}
    if "call" not in record:
        record.pop("banner", None)
    if "mode" not in record and dice.random() < 0.2:
        record["change"] = {
            "to": dice.choice(["cancelled", "postponed", "online"]),
            "on": day - timedelta(20),
            "text": "We are sorry.",
        }
    return record


def _make_call(dice: Random, day: date, name: str) -> dict[str, Any]:
    closes = day - timedelta(dice.randint(60, 80))
    return {
        "opens": dice.choice(["TBD", day - timedelta(dice.randint(90, 130))]),
        "closes": dice.choice(["TBD", closes, datetime.combine(closes, time(23, 59))]),
        "track": dice.choice([name, f"{name} devroom"]),
        "lead": dice.sample(LEAD, 2),
        "include": ["Abstract", {"item": "Session length", "optional": True}],
        "notes": ["Talks are recorded and published.", {"when": "closed", "text": "{call.system}: {call.account}"}],
        "notified": dice.choice(["TBD", closes + timedelta(dice.randint(1, 4))]),
        "formats": [{"name": "Talk", "minutes": 20, "questions": 5}, {"name": "Lightning talk", "minutes": 5}],
    }


def _make_milestone(dice: Random, label: str, day: date) -> dict[str, Any]:
    more = {"note": "Everyone is welcome"} if dice.random() < 0.3 else {}
    return {"label": label, "date": dice.choice([day, "TBD", day - timedelta(dice.randint(1, 58))]), **more}


def _make_person(dice: Random, name: str) -> dict[str, Any]:
    url = f"https://example.org/{name.split()[0].lower()}"
    some = {
        "url": [url, {"label": "Blog", "url": f"{url}/blog"}], "affiliation": "Engines", "group": "Volunteers", "note": "*chair*"
    }  # fmt: skip
    return {"name": name, **{key: value for key, value in some.items() if dice.random() < 0.4}}
