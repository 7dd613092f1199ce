"""`whence user ...`: who may log in to the desk."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import make_call, opened, printed, stdin
from whence.cli.options import LogFormat, Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put, width
from whence.ledger.person import Role
from whence.text.counting import counted

if TYPE_CHECKING:
    from whence.pipeline.audit import By

EXAMPLES = examples(
    "whence user add ana --role admin",
    "whence user list",
    "whence user role ana editor",
    "whence user token scraper",
)
TOKEN_DAYS = 365

app = typer.Typer(
    help=(
        "Say who may log in to the desk: a reader reads, an editor corrects as well, an admin"
        " also sees to the users and the audit log."
    ),
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="What the user is called.", show_default=False)
]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input.")
]


@app.command(
    epilog=examples(
        "whence user add ana --role admin",
        "pass show desk/ben | whence user add ben --role editor --password-stdin",
    )
)
def add(
    name: Name,
    *,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.READER,
    password_stdin: PasswordStdin = False,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Let somebody log in; it asks for the password twice.

    From the first user on the desk asks everybody to log in; start it again after that.
    """
    from whence.pipeline.users import add_user

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = add_user(target, name, role, _password(is_piped=password_stdin), _here())
    call.say(f"{user.name} may log in as {user.role}")


@app.command(name="list", epilog=examples("whence user list", "whence user list --format jsonl"))
def list_(
    *,
    format: Annotated[LogFormat, typer.Option(help="What to print.")] = LogFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List who may log in."""
    from whence.pipeline.users import users_in

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        found = users_in(target)
    if not found:
        call.say("nobody can log in yet; `whence user add` lets somebody")
    elif format is LogFormat.JSONL:
        from whence.render.contract import user_json

        for each in found:
            put(f"{user_json(each)}\n")
    else:
        from whence.render.people import users_text

        printed(users_text(found, width=width(), colour=call.colour))


@app.command(epilog=examples("whence user role ana editor"))
def role(
    name: Name,
    role: Annotated[Role, typer.Argument(help="What they may do.", show_default=False)],
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Let a user do more, or less; it holds from their next request on."""
    from whence.pipeline.users import set_role

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = set_role(target, name, role, _here())
    call.say(f"{user.name} is {user.role}")


@app.command(epilog=examples("whence user password ana"))
def password(
    name: Name,
    *,
    password_stdin: PasswordStdin = False,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Give a user a new password; their sessions and tokens end."""
    from whence.pipeline.users import set_password

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = set_password(target, name, _password(is_piped=password_stdin), _here())
    call.say(f"{user.name} has a new password and is logged out everywhere")


@app.command(epilog=examples("whence user disable ana"))
def disable(
    name: Name, *, store: Store = None, quiet: Quiet = False, verbose: Verbose = False
) -> None:
    """Let a user log in no more; their sessions and tokens end."""
    from whence.pipeline.users import disable as disable_user

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = disable_user(target, name, _here())
    call.say(f"{user.name} may not log in any more")


@app.command(epilog=examples("whence user enable ana"))
def enable(
    name: Name, *, store: Store = None, quiet: Quiet = False, verbose: Verbose = False
) -> None:
    """Let a user log in again."""
    from whence.pipeline.users import enable as enable_user

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = enable_user(target, name, _here())
    call.say(f"{user.name} may log in as {user.role}")


@app.command(epilog=examples("whence user forget ana"))
def forget(
    name: Name, *, store: Store = None, quiet: Quiet = False, verbose: Verbose = False
) -> None:
    """Take a user out; what they did stays in the audit log, under their name."""
    from whence.pipeline.users import forget_user, has_anybody

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        user = forget_user(target, name, _here())
        rest = has_anybody(target)
    call.say(f"{user.name} is forgotten" + ("" if rest else "; nobody else can log in"))


@app.command(
    epilog=examples(
        "whence user token scraper",
        'curl -H "Authorization: Bearer $TOKEN" https://desk.example/api/v1/stories',
        "whence user token scraper --revoke",
    )
)
def token(
    name: Name,
    *,
    days: Annotated[
        int, typer.Option(min=1, max=3650, metavar="N", help="For how long.")
    ] = TOKEN_DAYS,
    revoke: Annotated[bool, typer.Option("--revoke", help="End all tokens of the user.")] = False,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print a token with which a program asks the API as a user; it is shown this once."""
    from whence.pipeline.sessions import end_tokens, make_token

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        if revoke:
            count = end_tokens(target, name, _here())
            call.say(f"{counted(count, 'token')} of {name} ended")
            return
        made = make_token(target, name, timedelta(days=days), _here())
    put(f"{made}\n")
    call.say(f"it is good for {days} days and shown this once")


def _here() -> By:
    """Whoever sits at the machine, now."""
    from whence.pipeline.audit import By

    return By(datetime.now(UTC))


def _password(*, is_piped: bool) -> str:
    """The password that is given, as a line of standard input or typed twice without echo."""
    if is_piped:
        try:
            return stdin().decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            raise CallError("the password on standard input is not UTF-8") from error
    if not sys.stdin.isatty():
        raise CallError("there is no terminal to ask for the password; give --password-stdin")
    from getpass import getpass

    found = getpass("Password: ")
    if getpass("The same again: ") != found:
        raise CallError("the two passwords are not the same")
    return found
