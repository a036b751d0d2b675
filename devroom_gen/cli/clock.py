"""Which day is today: the only place that asks the clock."""

import os
import re
from datetime import UTC, date, datetime

from devroom_gen.errors import UsageError


def today_of(stated: str | None = None) -> date:
    """Return the day that phases are told by: the stated one, that of `SOURCE_DATE_EPOCH`, or the day of the run."""
    if stated is not None:
        return _read_day(stated)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return _read_epoch(epoch) if epoch else date.today()


def _read_day(text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"`{text}` is not a day", "write year-month-day: `--today 2018-02-04`") from None


def _read_epoch(text: str) -> date:
    """Read what https://reproducible-builds.org/specs/source-date-epoch/ defines."""
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        help_text = "set it to seconds since 1970: `SOURCE_DATE_EPOCH=1517702400`"
        raise UsageError(f"`{text}` in SOURCE_DATE_EPOCH is not a moment", help_text) from None
