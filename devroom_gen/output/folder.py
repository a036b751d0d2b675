"""One output folder of a run: compared with what was rendered, written, and described by its manifest."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Severity
from devroom_gen.output.cache import CachedPages
from devroom_gen.output.manifest import MANIFEST, Manifest, UnreadableManifestError, read_manifest
from devroom_gen.output.plan import Action, Step, plan, plan_removal
from devroom_gen.output.result import BuildOptions, explain_file, explain_os_error
from devroom_gen.project.digests import digest_page
from devroom_gen.project.source_files import shown_path, whole_file

if TYPE_CHECKING:
    from devroom_gen.output.writer import Writer
    from devroom_gen.render.site import EditionPages


class OutputFolder:
    """An output folder, written by this run alone; with `is_check` by nobody. `open_steps` is what is still to be told."""

    def __init__(self, path: Path, owners: dict[str, str], options: BuildOptions, today: date) -> None:
        self.path = path
        self.manifest = Manifest()
        self.owners = owners
        self.real = os.path.realpath(path)
        self.counts: Counter[Action] = Counter()
        self.open_steps: list[Step] = []
        self.diagnostics: list[Diagnostic] = []
        self.is_broken = False
        self.removed: list[Path] = []
        self._options = options
        self._today = today
        self._is_unknown = False
        self._below: set[str] = set()
        try:
            self.manifest = read_manifest(path)
        except UnreadableManifestError as error:
            self.is_broken = self._is_unknown = True
            self.diagnostics.append(_unreadable(path, error))

    @cached_property
    def _writer(self) -> "Writer":
        from devroom_gen.output.writer import Writer

        return Writer(self.path, self.manifest, self._today)

    def holds(self, pages: CachedPages) -> bool:
        """Whether pages lie here as they were rendered before, and the manifest says so, too."""
        return not self.is_broken and all(self._holds(path, digest) for path, digest in pages.digests.items())

    def _holds(self, path: str, digest: str) -> bool:
        entry = self.manifest.entries.get(path)
        place = f"{self.path}/{path}"
        is_known = entry is not None and entry.digests == (digest,)
        return is_known and not os.path.islink(place) and digest_page(place) == digest  # noqa: PTH114 - for every page

    def keep(self, pages: CachedPages) -> None:
        """Count pages that lie here as they were rendered before."""
        if self._claim(pages.owner, pages.digests):
            self._below.update([] if pages.below is None else [pages.below])
            self.counts[Action.KEEP] += len(pages.digests)

    def write(self, editions: "Sequence[EditionPages]") -> list[CachedPages] | None:
        """Write what differs from the disk; return what lies there now, nothing where that is not all that was rendered."""
        from devroom_gen.render.site import PROJECT  # a run that renders nothing does without

        claimed = [each for each in editions if not self._is_unknown and self._claim(each.owner, each.texts)]
        self._below.update(each.below for each in claimed if each.owner != PROJECT)
        texts = {path: text for each in claimed for path, text in each.texts.items()}
        steps: Sequence[Step] = plan(self.path, texts, self.manifest, force=self._options.force)
        if not self._options.is_check and not self.is_broken:
            try:
                steps = self._writer.write(steps)
            except OSError as error:
                self._break(error)
        self.counts.update(step.action for step in steps)
        told = set(Action) - {Action.KEEP} if self._options.is_check else {Action.REFUSE}
        still_open = [step for step in steps if step.action in told]
        self.open_steps += still_open
        if self._options.is_check or self.is_broken or still_open or len(claimed) < len(editions):
            return None
        find = self._writer.digest
        return [
            CachedPages(
                each.owner, str(self.path), {path: find(path) for path in each.texts},
                None if each.owner == PROJECT else each.below,
            )
            for each in claimed
        ]  # fmt: skip

    def _claim(self, owner: str, paths: Iterable[str]) -> bool:
        """Give some pages to an owner, unless one of them is somebody else's already."""
        taken = next((path for path in paths if (self.owner(path) or owner) != owner), None)
        if taken is not None:
            self.diagnostics.append(_same_path(self.path / taken, self.owner(taken) or "", owner))
            return False
        self.owners.update((f"{self.real}/{path}", owner) for path in paths)
        return True

    def owner(self, path: str) -> str | None:
        """Return whose a page is, in whatever output folder it is looked for: these may lie in each other."""
        return self.owners.get(f"{self.real}/{path}")

    def orphans(self, *, is_whole: bool) -> list[Step]:
        """Return the pages that were written once, and that nobody owns any more: all, or those beside what was rendered."""
        below = ("",) if is_whole else tuple(self._below)
        gone = (path for path in self.manifest.entries if self.owner(path) is None and path.startswith(below))
        return plan_removal(self.path, gone)

    def finish(self, orphans: Sequence[Step]) -> None:
        """Remove orphans where that is wished, and write the manifest."""
        removed = [step for step in orphans if self._may_remove(step)]
        self.removed = [self.path / step.path for step in removed]
        if not self._options.is_check and not self.is_broken:
            try:
                if removed or not self.manifest.is_whole or "_writer" in vars(self):
                    self._writer.remove(removed)
                    self._writer.close()
            except OSError as error:
                self._break(error)
        if "_writer" in vars(self):
            self._writer.leave()
        for step in (step for step in orphans if step not in removed):
            is_edited = not self.manifest.knows(step.path, step.standing)
            level = Severity.ERROR if self._options.is_check else None
            found = explain_file(codes.ORPHAN, self.path, step.path, is_edited=is_edited)
            self.diagnostics.append(found._replace(level=level))

    def _may_remove(self, step: Step) -> bool:
        """Whether a page goes: one beside those that an edition has now, in any run; all others by `--prune`."""
        if self._options.is_check:
            return False
        is_ours = self.manifest.knows(step.path, step.standing)
        is_beside = step.path.startswith(tuple(self._below)) if self._below else False
        return (is_ours and (is_beside or self._options.prune)) or (self._options.prune and self._options.force)

    def _break(self, error: OSError) -> None:
        self.is_broken = True
        self.diagnostics.append(explain_os_error(error, self.path))


def _unreadable(folder: Path, error: UnreadableManifestError) -> Diagnostic:
    return Diagnostic(
        code=codes.UNREADABLE_MANIFEST,
        location=whole_file(folder / MANIFEST),
        message=f"what was written to `{shown_path(folder)}` is not known: {error}",
        help="take the file from your version control, or delete it and use `--force`",
    )


def _same_path(path: Path, first: str, second: str) -> Diagnostic:
    return Diagnostic(
        code=codes.SAME_PATH,
        location=whole_file(path),
        message=f"`{first}` and `{second}` would both be written here",
        help='put `{edition}` into `output` of the settings, as in "site/{target}/{edition}"',
    )
