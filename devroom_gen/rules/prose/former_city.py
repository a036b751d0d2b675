"""A page goes to another city than the edition: the one of an earlier year.

Directions, hotels and tips are written once for a city and copied with the site. Without a record it is the city that the
home page or the settings give that counts, and another one that several pages go to was left over. One finding stands for a
page that never names the city of this edition.

Fails, as `index.md`:
    # Map Days 2020

    2 May 2020, Ghent
Fails, as `travel.md`:
    # Trains to Leuven

    Trains to Leuven, Belgium, leave every hour. Buses from Leuven leave every other hour.
Fails, as `hotels.md`: Hotels in Leuven are cheap, and in Leuven, Belgium, they are full.
Passes, as `index.md`:
    # Map Days 2020

    2 May 2020, Ghent
Passes, as `travel.md`:
    # Trains to Ghent

    Trains to Ghent, Belgium, leave every hour. In 2019 we met in Leuven.
"""

from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.page_kinds import has_own_time
from devroom_gen.rules.expected.places import mentions

CODE = Code("DG337", "former-city", Severity.WARNING, __doc__)


def check(subject: PageSubject) -> Findings:
    city, page = subject.expected.city, subject.page
    if city is None or has_own_time(subject):
        return
    for former in subject.expected.former_cities:
        for claim in mentions(page, former):
            inside = page.years_in(claim.block)
            years = {each.year for each in inside if not subject.expected.is_stated or each.text in claim.sentence}
            if speaks_of_past(claim) or years - _own(subject):
                continue
            message = f"the text goes to {former}, but the edition is in {city.value}"
            help_text = f"write `{city.value}`, or say that an earlier edition is meant"
            yield subject.finding(claim, message, help=help_text, known=city)
            if not subject.expected.is_stated:
                break


def _own(subject: PageSubject) -> set[int]:
    return {subject.expected.year.value} if subject.expected.year else set()
