"""A text gives the address of another devroom, or one that was given up.

Addresses of devrooms differ in their first part alone and are hidden from harvesters in many ways; a copied one sends
questions to strangers. Addresses of the conference itself and of people are left alone.

Fails, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    Write to kernel-devroom@lists.fosdem.org, or to gardening-devroom [at] lists.fosdem.org in case of trouble.
Passes, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    Write to kernel [dash] devroom [at] lists.fosdem.org, or to info@fosdem.org for the venue.
"""

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.roles import stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG310", "other-contact", Severity.ERROR, __doc__)


def check(subject: PageSubject) -> Findings:
    contact = subject.expected.contact
    own = [each.casefold() for each in contact.value if "@" in each] if contact else []
    if not own:
        return
    right, before = own[0], subject.expected.before
    old = subject.once(CODE.name, lambda: {each.text.casefold() for facts in before for each in facts.contacts})
    stated: list[tuple[Claim, str]] = [(claim, claim.address) for claim in visible(subject.page.addresses)]
    links = ((link, link.url.partition("?")[0].casefold()) for link in visible(subject.page.links))
    stated += [(link, url.removeprefix("mailto:")) for link, url in links]
    for claim, address in stated:
        if "@" not in address or "/" in address or address in own or stands_in_past(claim.block):
            continue
        local, _, host = address.partition("@")
        looks_alike = "devroom" in local.replace("-", "") and host == right.partition("@")[2]
        if looks_alike or address in old:
            message = f"`{address}` is not the contact of this devroom"
            instead = subject.if_typed(claim, right, address)
            yield subject.finding(
                claim, message, help=f"write `{right}`", known=contact, severity=subject.unless_stated, instead=instead
            )
