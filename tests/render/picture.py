"""Takes the picture of a rendered page for the README, through Jekyll and Chromium: `python -m tests.render.picture`.

Neither the theme of the site nor its icons and logo belong to this repository, so they are left out of the picture.
"""

import subprocess
import tempfile
from pathlib import Path

from tests import ROOT
from tests.render.test_jekyll import build
from tests.sites import render

PICTURE = ROOT / ".github" / "page.png"
EDITION, DAY = "rust/2018", "2017-11-20"
STYLE = """<style>
body { font: 15px/1.45 "DejaVu Sans", sans-serif; }
h1 { font-size: 26px; } h2 { font-size: 20px; } h3 { font-size: 16px; }
.band { padding: 10px 0; } .band header, .band .text { max-width: 820px; }
.band header i, .fa-stack, img { display: none; } .fa::before { content: ""; }
</style>"""


def take_picture(path: Path) -> None:
    """Render one edition of this repository as on a day of its call, build its site, and photograph the top of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        outcome = render(ROOT, EDITION, "--output", folder / "pages", "--today", DAY, "--no-cache")
        assert outcome.exit_code == 0, outcome.output
        page = build("jekyll", folder, folder / "pages/singlepaged" / EDITION)
        shown = folder / "shown.html"
        shown.write_text(page.replace("</head>", f"{STYLE}</head>"), encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-device-scale-factor=0.7",
        ]
        size = [f"--user-data-dir={folder / 'profile'}", "--window-size=900,1960", f"--screenshot={path}"]
        subprocess.run(["chromium", *options, *size, shown.as_uri()], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    take_picture(PICTURE)
