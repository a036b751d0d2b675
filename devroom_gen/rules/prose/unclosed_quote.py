"""A quoted value of YAML is never closed.

The rest of the file is then read as one long text, or as an error that some tools swallow: the page is published
without its title, or the style sheet breaks.

Fails, as `_config.yml`:
    colors:
      blue: '#2a52be
      red: '#be4c2a'
Passes, as `_config.yml`:
    colors:
      blue: '#2a52be'
      red: '#be4c2a'
"""

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity

CODE = Code("DG322", "unclosed-quote", Severity.ERROR, __doc__)
NEEDS_NO_EDITION = True


def check(subject: PageSubject) -> Findings:
    for flaw in subject.page.flaws:
        if flaw.kind == "unclosed quote":
            yield subject.finding(flaw.span, f"the quote of `{flaw.text}` is never closed", help="close it on its line")
