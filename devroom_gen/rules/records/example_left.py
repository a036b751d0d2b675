"""An example of the first record was left in: its people, its sponsor, its addresses.

`new` shows what can be stated by examples in comments. Whoever deletes the `# ` in front of them and forgets to put in what
is true would publish people who do not exist.

Fails, as `events/2018.toml` with: organizers = [{ name = "Ada Lovelace", affiliation = "Moore School" }]
Passes, as `events/2018.toml` with: organizers = [{ name = "Jean Bartik", affiliation = "Moore School" }]
"""

from devroom_gen.record.event import Call, Person, RecordLinks, Sponsor
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG215", "example-left", Severity.WARNING, __doc__)

_EXAMPLES = {
    (table, key): model.model_fields[key].examples or []
    for table, model, keys in (
        ("organizers", Person, ("name", "url", "affiliation", "affiliation_url")),
        ("sponsors", Sponsor, ("name", "url")),
        ("links", RecordLinks, ("contact", "repository", "site")),
        ("call", Call, ("track",)),
    )
    for key in keys
}
"""Examples that are nobody's, by table and key; a building or a city may well be that of the example."""
_WORDS = tuple(f"{example}{quote}" for examples in _EXAMPLES.values() for example in examples for quote in "\"'")


def check(subject: RecordSubject) -> Findings:
    for path, value in subject.values if subject.may_state(*_WORDS) else ():
        names = tuple(part for part in path if isinstance(part, str))
        if (
            len(names) > 1
            and value in _EXAMPLES.get((names[0], names[1]), ())
            and not (names[-1] == "track" and subject.event.name in value)
        ):
            message = f"`{value}` is the example that `new` wrote"
            yield Finding(subject.at(path), message, help="write what is true for you, or delete the line")
