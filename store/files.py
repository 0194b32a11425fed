"""Bytes safely to and from disk: the one place that every byte of the data folder passes through.

A file is replaced whole or not at all: the bytes go to a new file beside it, are forced to disk, and take its name in
one step. Links are resolved first, so that a linked file or folder stays one. What we create is for its owner alone:
files 0600, folders 0700, whatever the umask.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

from store.problems import FolderProblem, NotConfirmed, NotSaved, Unreadable

FILE_MODE = 0o600
FOLDER_MODE = 0o700
OTHERS = 0o077
"""The permission bits of everyone but the owner."""

PIECE = 1 << 18
"""Bytes of a piece of a file."""

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")

_REASONS = {
    errno.ENOSPC: "the disk is full. Make room and save again",
    errno.EDQUOT: "your share of the disk is used up. Make room and save again",
    errno.EROFS: "the disk is read-only. Make it writable, or choose another folder with --data",
    errno.EACCES: "you may not write there. Change its permissions, or choose another folder with --data",
    errno.EPERM: "you may not write there. Change its permissions, or choose another folder with --data",
    errno.EFBIG: "it is larger than a file may be here. Raise the limit (ulimit -f) and save again",
    errno.EIO: "the disk reports an error. Check the disk, or choose another folder with --data",
}

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


# --- reading ----------------------------------------------------------------------------------------------------------


def read(path: Path, most: int | None = None, *, devices_too: bool = False) -> bytes | None:
    """Give a file's bytes, or the first *most* of them; None when there is no such file.

    A device is no file, unless *devices_too*: settings may be read from the empty one.

    Raises:
        Unreadable: it is there but can't be read.
    """
    try:
        descriptor = _opened(path, devices_too=devices_too)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        return _all_of(descriptor) if most is None else _again(os.read, descriptor, most)
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        _close(descriptor)


def pieces(path: Path) -> Iterator[bytes]:
    """Give a file's bytes piece by piece, for what need not hold them all; none when there is no such file.

    Raises:
        Unreadable: it is there but can't be read.
    """
    try:
        descriptor = _opened(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        while piece := _again(os.read, descriptor, PIECE):
            yield piece
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        _close(descriptor)


def names(folder: Path) -> list[str]:
    """Give the names in a folder, sorted; none when there is no such folder."""
    try:
        return sorted(_again(os.listdir, folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(folder, error) from error


def _opened(path: Path, *, devices_too: bool = False) -> int:
    """Open a file for reading, without waiting for anybody to write into it, as opening a pipe would."""
    descriptor = _again(os.open, path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    mode = 0
    with suppress(OSError):
        mode = _again(os.fstat, descriptor).st_mode
    if stat.S_ISFIFO(mode) or stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and not devices_too):
        _close(descriptor)
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    return descriptor


def _all_of(descriptor: int) -> bytes:
    whole = _again(os.fstat, descriptor).st_size + 1
    chunks = []
    while chunk := _again(os.read, descriptor, whole):
        chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _unreadable(path: Path, error: OSError) -> Unreadable:
    if error.errno == errno.ENOTDIR:
        return Unreadable(_a_file_says(next(each for each in (path, *path.parents) if each.exists())))
    if error.errno == errno.EISDIR:
        return Unreadable(f"{path} is a folder, not a file. Move it away; nothing in it was read.")
    if error.errno == errno.ENXIO:
        return Unreadable(f"{path} is not a file. Move it away; nothing in it was read.")
    why = "you may not read it" if error.errno in {errno.EACCES, errno.EPERM} else (error.strerror or "error").lower()
    return Unreadable(f"{path} can't be read: {why}. Check its permissions and the disk; it was left as it is.")


# --- writing ----------------------------------------------------------------------------------------------------------


def write(path: Path, content: bytes, *, at_once: bool = True) -> None:
    """Put these bytes in a file, in place of all it held. They are on disk when this returns.

    Unless *at_once*, the file's new entry in its folder is left to the system: a power cut within seconds may still
    leave the file before it.

    Raises:
        NotSaved: nothing was changed.
        NotConfirmed: the bytes are in place, but the disk did not confirm the folder's entry.
    """
    target = os.path.realpath(path) if os.path.islink(path) else os.fspath(path)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name}.{os.urandom(4).hex()}.tmp")
    try:
        _fill(temporary, content)
        _again(os.replace, temporary, target)
    except OSError as error:
        _forget(temporary)
        raise not_saved(path, error) from error
    if at_once:
        _confirm_entry(path, folder or os.curdir)


def confirm(path: Path) -> None:
    """Force a file that is already in place to disk, with its folder's entry.

    Raises:
        NotConfirmed: the disk did not confirm it.
    """
    target = os.path.realpath(path)
    try:
        _flush(target)
    except OSError as error:
        raise _not_confirmed(path, error) from error
    _confirm_entry(path, os.path.dirname(target))


def remove(path: Path) -> None:
    """Remove a file, of a linked one what the link leads to; nothing happens where there is none. Raises NotSaved."""
    try:
        _again(os.unlink, os.path.realpath(path) if os.path.islink(path) else path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise not_saved(path, error) from error


def move(source: Path, target: Path) -> None:
    """Give a file another place, on another disk too; at every moment at least one of the two is whole."""
    content = read(source)
    if content is not None:
        make_folder(target.parent)
        write(target, content)
        remove(source)


def mark(path: Path, text: str) -> None:
    """Write a short text into a lock file, which must never be replaced. Raises NotSaved."""
    try:
        descriptor = _again(os.open, path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, FILE_MODE)
        try:
            _again(os.ftruncate, descriptor, 0)
            _write_all(descriptor, text.encode())
        finally:
            os.close(descriptor)
    except OSError as error:
        raise not_saved(path, error) from error


def opened_to_lock(path: Path) -> int:
    """Open a lock file, made where there is none; it is never written over, and no link is followed. Raises OSError."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = _again(os.open, path, flags, FILE_MODE)
    with suppress(OSError):
        if _again(os.fstat, descriptor).st_mode & FILE_MODE != FILE_MODE:  # a umask took the owner's bits
            _again(os.fchmod, descriptor, FILE_MODE)
    return descriptor


def is_same(path: Path, descriptor: int) -> bool:
    """Tell whether what is open is what stands at this path. Raises OSError where that can't be told."""
    try:
        return os.path.samestat(_again(os.stat, path), _again(os.fstat, descriptor))
    except FileNotFoundError:
        return False


def _fill(temporary: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = _again(os.open, temporary, flags, FILE_MODE)
    try:
        _again(os.fchmod, descriptor, FILE_MODE)  # a umask may have taken the owner's bits too
        _write_all(descriptor, content)
        _again(os.fsync, descriptor)
    except BaseException:
        _close(descriptor)
        raise
    with suppress(InterruptedError):  # the descriptor is closed all the same
        os.close(descriptor)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        written = _again(os.write, descriptor, rest)
        if written == 0:
            raise OSError(errno.EIO, "nothing could be written")
        rest = rest[written:]


def _confirm_entry(path: Path, folder: str) -> None:
    try:
        _flush(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that has no such thing as flushing a folder
            raise _not_confirmed(path, error) from error


def _flush(path: str) -> None:
    descriptor = _again(os.open, path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _again(os.fsync, descriptor)
    finally:
        _close(descriptor)


def _close(descriptor: int) -> None:
    """Close what was only read, or what failed already."""
    with suppress(OSError):
        os.close(descriptor)


def _forget(temporary: str | Path) -> None:
    with suppress(OSError):
        os.unlink(temporary)


def _again(call: Callable[Parameters, Result], *arguments: Parameters.args, **named: Parameters.kwargs) -> Result:
    """Call until no signal interrupts."""
    while True:
        try:
            return call(*arguments, **named)
        except InterruptedError:
            continue


def not_saved(path: Path, error: OSError) -> NotSaved:
    """Say that a file could not be saved, with the operating system's reason and what to do about it."""
    why = _REASONS.get(error.errno or 0, f"{(error.strerror or 'error').lower()}. Mend that and save again")
    return NotSaved(f"{path.name} could not be saved in {path.parent}: {why}; what was saved before is unharmed.")


def _not_confirmed(path: Path, error: OSError) -> NotConfirmed:
    return NotConfirmed(
        f"{path.name} is written in {path.parent}, but the disk did not confirm it "
        f"({(error.strerror or 'error').lower()}). Save again before you switch the machine off."
    )


# --- folders and permissions ------------------------------------------------------------------------------------------


def make_folder(folder: Path) -> None:
    """Make a folder and all that is missing above it, each for the owner alone.

    Raises:
        FolderProblem: something that is no folder is in the way.
        NotSaved: it can't be made.
    """
    if os.path.isdir(folder):
        return
    real = Path(os.path.realpath(folder))
    missing = [each for each in (real, *real.parents) if not os.path.isdir(each)]
    for each in reversed(missing):
        _make_one(each)


def refuse_a_file(folder: Path) -> None:
    """Raise FolderProblem where a file stands in a folder's place, or in that of one above it; it may be missing."""
    if os.path.isdir(folder):
        return
    for each in (folder, *folder.parents):
        if os.path.exists(each) and not os.path.isdir(each):
            raise _a_file(each)


def _a_file(place: Path) -> FolderProblem:
    return FolderProblem(_a_file_says(place))


def _a_file_says(place: Path) -> str:
    return f"{place} is a file, not a folder. Move it away, or choose another folder with --data."


def _make_one(folder: Path) -> None:
    try:
        with suppress(FileExistsError):  # another window was quicker
            _again(os.mkdir, folder, FOLDER_MODE)
            _again(os.chmod, folder, FOLDER_MODE)  # a umask may have taken the owner's bits too
            _confirm_entry(folder, os.path.dirname(folder))
    except OSError as error:
        raise not_saved(folder, error) from error
    if not os.path.isdir(folder):
        raise _a_file(folder)


def is_there(path: Path) -> bool:
    """Tell whether there is anything at a path, or at what it links to; True where that can't be told."""
    return os.path.exists(path)


def set_aside(path: Path, content: bytes, at: str) -> str:
    """Keep what a file holds beside it as ``.damaged-<time>``, and give the name. Raises NotSaved, Unreadable."""
    kept_as = free(path.parent, f"{path.name}.damaged-{at}")
    write(kept_as, content)
    return kept_as.name


def is_wide(path: Path) -> bool:
    """Tell whether anyone but the owner may do anything with a file or folder; False where there is neither.

    A device that a link leads to belongs to the whole machine, and is none.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return bool(mode & OTHERS) and (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def tighten(path: Path) -> bool:
    """Take everyone's permissions but the owner's; False where that is not ours to do."""
    try:
        os.chmod(path, FOLDER_MODE if stat.S_ISDIR(os.stat(path).st_mode) else FILE_MODE)
    except OSError:
        return False
    return True


def free(folder: Path, stem: str, ending: str = "") -> Path:
    """Give a path in a folder that nothing has: the stem and ending, or with -2, -3 … between them."""
    taken = set(names(folder))
    again = 1
    while (name := f"{stem}{f'-{again}' if again > 1 else ''}{ending}") in taken:
        again += 1
    return folder / name


def unfinished(folder: Path) -> list[Path]:
    """Give the files that killed saves left in a folder, or that a save is filling just now."""
    return [folder / name for name in names(folder) if _TEMPORARY.fullmatch(name)]


def sweep(folder: Path) -> None:
    """Remove the unfinished files that killed saves left in a folder. Only under the lock."""
    for temporary in unfinished(folder):
        _forget(temporary)
