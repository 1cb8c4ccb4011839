"""What is wrong with a line that was typed, in a sentence, with what shows how it is written."""

from typing import Any, Final

import typer

NEEDS: Final = "{command} needs {what}: {told}"
NO_OPTION: Final = "{command} has no option {name}{near}."
NO_VALUE: Final = "{name} needs a value behind it."
NO_SUCH_VALUE: Final = "{name} cannot be that. It is: {told}"
NONE_TAKEN: Final = "{name} takes no value."
TOO_MANY: Final = "{command} takes no more words behind that."
IN_QUOTES: Final = " A text of several words stands in quotes."
HOW: Final = "`{line} --help` shows how it is written."
_EXTRA: Final = "Got unexpected extra argument"


def mistyped(error: typer.TyperException) -> str:
    """Says what is wrong with a line, on one line; the whole help where nothing was asked for."""
    message = error.format_message()
    if "\n" in message:
        return message  # of a group with no command behind it: its help
    context = getattr(error, "ctx", None)
    path = _path(context)
    wrong = _wrong(error, " ".join(path) or "attune", message)
    return f"attune: {wrong} {HOW.format(line=' '.join(('attune', *path)))}"


def _path(context: Any) -> list[str]:
    """Gives the words of the command behind the program's name."""
    path = list[str]()
    while context is not None and context.parent is not None:
        path.insert(0, context.info_name)
        context = context.parent
    return path


def _wrong(error: Any, command: str, message: str) -> str:
    """Says what is wrong by what the error knows: typer shows the classes of few of them."""
    if hasattr(error, "possibilities"):
        near = " or ".join(error.possibilities or ())
        near = f", but {near}" if near else ""
        return NO_OPTION.format(command=command, name=_shown(error.option_name), near=near)
    if hasattr(error, "option_name"):
        form = NONE_TAKEN if "not take" in message else NO_VALUE
        return form.format(name=_shown(error.option_name))
    if isinstance(error, typer.BadParameter) and error.param is not None:
        return _of_a_value(error, command)
    return _too_many(error, command) if message.startswith(_EXTRA) else message


def _too_many(error: Any, command: str) -> str:
    """Says that there are too many words; how a text is written where the command takes one."""
    takes_text = any(getattr(one, "metavar", "") == "WORDS" for one in error.ctx.command.params)
    return TOO_MANY.format(command=command) + (IN_QUOTES if takes_text else "")


def _of_a_value(error: Any, command: str) -> str:
    name, told = _name(error.param), error.param.help or ""
    if hasattr(error, "param_type"):  # nothing was given
        return NEEDS.format(command=command, what=name, told=_begun_small(told))
    return NO_SUCH_VALUE.format(name=name, told=_begun_small(told))


def _name(one: Any) -> str:
    """Gives an option as it is typed, and an argument as the help calls it."""
    if one.param_type_name == "option":
        return str(one.opts[0])
    return str(one.metavar).strip("[].")


def _begun_small(told: str) -> str:
    return told[:1].lower() + told[1:]  # a sentence of the help, behind a colon


def _shown(name: str) -> str:
    return name if name.isprintable() else "like that"
