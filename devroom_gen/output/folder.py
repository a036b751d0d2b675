"""One output folder of a run: locked, compared with what was rendered, written, and described by its manifest."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.errors import reason
from devroom_gen.output.cache import CachedPages
from devroom_gen.output.fingerprints import digest_page
from devroom_gen.output.lock import Lock
from devroom_gen.output.manifest import MANIFEST, Manifest, UnreadableManifestError, digest, read_manifest
from devroom_gen.output.plan import Action, Step, plan, plan_removal
from devroom_gen.output.result import BuildOptions, explain_file, whole_file
from devroom_gen.project.source_files import shown_path

if TYPE_CHECKING:
    from devroom_gen.output.writer import Writer


class OutputFolder:
    """An output folder; with `is_check` it is neither locked nor written.

    `owners` has whose each page is, `open_steps` what is still to be told, and `digests` what every page was found or
    written to be. A folder that `is_broken` is left as it is.
    """

    def __init__(self, path: Path, options: BuildOptions, today: date) -> None:
        self.path = path
        self.manifest = Manifest()
        self.owners: dict[str, str] = {}
        self.counts: Counter[Action] = Counter()
        self.open_steps: list[Step] = []
        self.digests: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []
        self.is_broken = False
        self._options = options
        self._today = today
        self._lock: Lock | None = None
        self._is_unknown = False

    def open(self, on_wait: Callable[[Path], None]) -> None:
        """Lock the folder, then read what was written into it before."""
        try:
            if not self._options.is_check:
                self._lock = Lock(self.path, on_wait)
            self.manifest = read_manifest(self.path)
        except OSError as error:
            self._break(error)
        except UnreadableManifestError as error:
            self.is_broken = self._is_unknown = True
            self.diagnostics.append(_unreadable(self.path, error))

    @cached_property
    def _writer(self) -> "Writer":
        from devroom_gen.output.writer import Writer

        return Writer(self.path, self.manifest, self._today)

    def release(self) -> None:
        """Let other runs write into the folder."""
        if self._lock:
            self._lock.release()

    def holds(self, pages: CachedPages) -> bool:
        """Whether pages lie here as they were rendered before, and the manifest says so, too."""
        return not self.is_broken and all(self._holds(path, digest) for path, digest in pages.digests.items())

    def _holds(self, path: str, digest: str) -> bool:
        entry = self.manifest.entries.get(path)
        place = f"{self.path}/{path}"
        is_known = entry is not None and entry.digests == (digest,)
        return is_known and not os.path.islink(place) and digest_page(place) == digest  # noqa: PTH114 - for every page

    def claim(self, owner: str, paths: Iterable[str]) -> bool:
        """Give some pages to an owner, unless one of them is somebody else's already."""
        taken = next((path for path in paths if self.owners.get(path, owner) != owner), None)
        if taken is not None:
            self.diagnostics.append(_same_path(self.path / taken, self.owners[taken], owner))
            return False
        self.owners.update(dict.fromkeys(paths, owner))
        return True

    def keep(self, pages: CachedPages) -> None:
        """Count pages that lie here as they were rendered before."""
        self.counts[Action.KEEP] += len(pages.digests)
        self.digests.update(pages.digests)

    def write(self, texts: Mapping[str, str]) -> None:
        """Compare rendered pages with what lies here, and write what differs."""
        if self._is_unknown:
            return
        steps: Sequence[Step] = plan(self.path, texts, self.manifest, force=self._options.force)
        if not self._options.is_check and not self.is_broken:
            try:
                steps = self._writer.write(steps)
            except OSError as error:
                self._break(error)
        self.counts.update(step.action for step in steps)
        told = set(Action) - {Action.KEEP} if self._options.is_check else {Action.REFUSE}
        self.open_steps += [step for step in steps if step.action in told]
        if not self.is_broken:
            self.digests.update((step.path, digest(step.text)) for step in steps if step.action not in told)

    def orphans(self, below: tuple[str, ...]) -> list[Step]:
        """Return the pages in some folders that were written once, and that nobody owns any more."""
        gone = (path for path in self.manifest.entries if path not in self.owners and path.startswith(below))
        return plan_removal(self.path, gone)

    def finish(self, orphans: Sequence[Step]) -> None:
        """Remove orphans where that is wished, and write the manifest."""
        removed = [step for step in orphans if self._may_remove(step)]
        if not self._options.is_check and not self.is_broken:
            try:
                if removed or not self.manifest.is_whole or "_writer" in vars(self):
                    self._writer.remove(removed)
                    self._writer.close()
            except OSError as error:
                self._break(error)
        for step in (step for step in orphans if step not in removed):
            is_edited = not self.manifest.knows(step.path, step.standing)
            self.diagnostics.append(explain_file(codes.ORPHAN, self.path, step.path, is_edited=is_edited))

    def _may_remove(self, step: Step) -> bool:
        is_ours = self._options.force or self.manifest.knows(step.path, step.standing)
        return self._options.prune and is_ours and not self._options.is_check

    def _break(self, error: OSError) -> None:
        self.is_broken = True
        is_file = isinstance(error, FileExistsError | NotADirectoryError)
        why = "a file stands where a folder belongs" if is_file else reason(error)
        place = whole_file(Path(error.filename or self.path))
        self.diagnostics.append(Diagnostic(code=codes.CANNOT_WRITE, location=place, message=f"cannot write: {why}"))


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
