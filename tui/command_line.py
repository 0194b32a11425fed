"""How commands are found and called: a list of names resolved when called, and the globals that stand anywhere.

A command's file is loaded when the command runs, so that each pays only for what it uses; the list of commands and
their help load none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from tui.where import Where

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class Named(NamedTuple):
    """A command by name: what calls it, the module whose `command` it is, and its line in the help."""

    name: str
    module: str
    help: str


def _remember(context: click.Context, option: click.Parameter, value: str | None) -> None:
    """Keep a global option; one after the command wins over one before it."""
    where = context.ensure_object(Where)
    if value is None:
        return
    if not value:
        raise click.BadParameter("It is empty.", context, option)
    setattr(where, str(option.name), value)


def _global_options() -> list[click.Parameter]:
    data = click.Option(["--data"], metavar="FOLDER", help="Your data folder, instead of the usual one.")
    config = click.Option(["--config"], metavar="FILE", help="Your settings file, instead of the usual one.")
    for option in (data, config):
        option.expose_value = False
        option.callback = _remember
    return [data, config]


class Command(click.Command):
    """A command that takes the globals too, and -h."""

    def __init__(self, name: str | None, **attributes: Any) -> None:  # noqa: ANN401 - whatever click's own takes
        attributes["params"] = [*(attributes.get("params") or ()), *_global_options()]
        super().__init__(name, context_settings=HELP_OPTIONS, **attributes)


class CommandList(click.Group):
    """All commands by name; a command's file is loaded when it is called."""

    def __init__(self, commands: Iterable[Named], callback: Callable[[click.Context], None], purpose: str) -> None:
        listed = list(commands)
        self.modules = {named.name: named.module for named in listed}
        super().__init__(
            commands=[click.Command(named.name, short_help=named.help) for named in listed],
            params=[*_global_options(), _version_option()],
            callback=click.pass_context(callback),
            invoke_without_command=True,
            context_settings=HELP_OPTIONS,
            help=purpose,
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by name, and load its file."""
        name, found, rest = super().resolve_command(ctx, args)
        if name is None or found is None:
            return name, found, rest
        return name, import_module(self.modules[name]).command, rest


def _version_option() -> click.Parameter:
    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_version,
        help="Show the version.",
    )


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it so
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version

        from tui.printing import say

        say(f"obsess-review {version('obsess-review')}")
        context.exit()


def carry_out(commands: click.Group, arguments: Sequence[str], program: str) -> None:
    """Run the command that the arguments name; raises what click raises."""
    with commands.make_context(program, list(arguments)) as context:
        commands.invoke(context)
