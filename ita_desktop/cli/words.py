"""What can be typed after ``ita-desktop``: commands, files, options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ita_desktop import __version__
from ita_desktop.domain.values.follow_up import ROUNDS
from ita_desktop.i18n import DEFAULT, LANGUAGES, tr

DEMO_FOLDER = Path("ita-demo")
OPEN = "open"
"""The command of ``ita-desktop [FILE.ita]``, which is not typed."""
WORKBOOK_FORMAT = "xlsx"
"""Of ``--document workbook`` alone."""
FORMATS = ("pdf", "docx", "txt")
"""As ``app.printing`` knows them; repeated here because its libraries take longer to load than reading the words."""
COMMANDS = (
    "demo",
    "import",
    "read",
    "export",
    "documents",
    "print",
    "publish",
    "check",
    "screenshots",
    "self-test",
    "update",
    "rules",
)


def language_of(argv: Sequence[str]) -> str:
    """Find the language asked for before anything is printed; ``read`` reports a wrong one."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--language", default=DEFAULT)
    try:
        code = str(first.parse_known_args(list(argv))[0].language)
    except argparse.ArgumentError:
        return DEFAULT
    return code if code in LANGUAGES else DEFAULT


def read(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the words; SystemExit 2 with usage on stderr if they make no sense."""
    return _parser().parse_args(_with_open(list(argv)))


def _with_open(words: list[str]) -> list[str]:
    """Put the untyped command before the first word that is neither an option nor a command."""
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--language":
            at += 2
        elif word.startswith("-") and word != "--":
            at += 1
        else:
            return words if word in COMMANDS else [*words[:at], OPEN, *words[at:]]
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ita-desktop",
        usage="ita-desktop [--language {th,en}] [FILE.ita] | COMMAND ...",
        description=tr("From an office's ITA scores to signed paper. Without a command it opens the window."),
        epilog=tr("Exit status: 0 done, 1 cannot be done (a message says why), 2 wrong words."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"ita-desktop {__version__}")
    _language(parser, default=DEFAULT)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=tr("commands"), prog="ita-desktop")
    parser.set_defaults(command=OPEN, file=None)
    _commands(commands)
    return parser


def _commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    open_window = _command(commands, OPEN, tr("open the window, with this file"), listed=False)
    open_window.add_argument("file", type=_office_file, metavar="FILE.ita")

    demo = _command(commands, "demo", tr("make a sample office, print all its documents, then open the window"))
    demo.add_argument("folder", type=Path, nargs="?", default=DEMO_FOLDER, metavar="FOLDER")
    demo.add_argument("--no-window", action="store_true", help=tr("do not open the window"))

    bring = _command(commands, "import", tr("make an office file from data (ita-office/1)"))
    bring.add_argument("data", type=Path, metavar="DATA.json")
    bring.add_argument("file", type=Path, metavar="FILE.ita")
    bring.add_argument("--replace", action="store_true", help=tr("put the data in the place of what the file holds"))

    bring.add_argument(
        "--year", type=_plan_year, metavar="YEAR", help=tr("of a Word, Excel or CSV file: the year of what names none")
    )
    bring.add_argument("--accept-doubts", action="store_true", help=tr("take what was read with a doubt too"))

    look = _command(commands, "read", tr("show what is understood of a Word, Excel or CSV file; nothing is stored"))
    look.add_argument("file", type=Path, metavar="FILE")
    look.add_argument("--year", type=_plan_year, metavar="YEAR", help=tr("the year of what names none"))
    look.add_argument("--format", default="text", choices=("text", "json"), help=tr("text (default) or json"))

    export = _command(commands, "export", tr("write an office's data as JSON (ita-office/1)"))
    export.add_argument("file", type=Path, metavar="FILE.ita")
    export.add_argument("data", type=Path, metavar="DATA.json")

    documents = _command(commands, "documents", tr("list what can be printed"))
    documents.add_argument("file", type=Path, metavar="FILE.ita")

    _print_words(_command(commands, "print", tr("print a document into a file")))

    publish = _command(commands, "publish", tr("write a folder for the website: PDFs by OIT item, an index, links"))
    publish.add_argument("file", type=Path, metavar="FILE.ita")
    publish.add_argument(
        "--year", required=True, type=_plan_year, metavar="PLAN_YEAR", help=tr("fiscal year of the plan")
    )
    publish.add_argument("--out", required=True, type=Path, metavar="FOLDER", help=tr("folder to write"))

    check = _command(
        commands, "check", tr("list what is wrong, to look at, or could be better; exit status 1 if wrong")
    )
    check.add_argument("file", type=Path, metavar="FILE.ita")
    check.add_argument("--year", type=_plan_year, metavar="PLAN_YEAR", help=tr("only this plan year"))
    check.add_argument("--format", default="text", choices=("text", "json"), help=tr("text (default) or json"))

    screenshots = _command(commands, "screenshots", tr("write a picture of every page of the window"))
    screenshots.add_argument("folder", type=Path, metavar="FOLDER")

    _command(commands, "self-test", tr("try everything the program needs; exit status 1 if something does not work"))

    _update_words(
        _command(commands, "update", tr("use a newer program from a signed file, after a backup; or go back"))
    )
    _rules_words(
        _command(commands, "rules", tr("use the rules of a year from a signed pack; without one list what is used"))
    )


def _update_words(parser: argparse.ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("file", type=Path, nargs="?", metavar="FILE.itaupdate")
    asked.add_argument("--back", action="store_true", help=tr("use the version before again"))
    parser.add_argument("--check", action="store_true", help=tr("only look at the file"))
    parser.add_argument(
        "--office",
        type=Path,
        action="append",
        default=[],
        metavar="FILE.ita",
        help=tr("back up this office first, besides those opened last; may be given again"),
    )


def _rules_words(parser: argparse.ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("file", type=Path, nargs="?", metavar="FILE.itapack")
    asked.add_argument("--back", type=_plan_year, metavar="YEAR", help=tr("take the pack of this year out again"))
    parser.add_argument(
        "--office", type=Path, metavar="FILE.ita", help=tr("show this office's own edits beside the pack's")
    )
    parser.add_argument("--check", action="store_true", help=tr("only look at the file"))


def _print_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.ita")
    parser.add_argument("--document", required=True, metavar="NAME", help=tr("name, as `documents` lists it"))
    parser.add_argument(
        "--year", required=True, type=_plan_year, metavar="PLAN_YEAR", help=tr("fiscal year of the plan")
    )
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help=tr("file to write"))
    parser.add_argument(
        "--format", default="pdf", choices=(*FORMATS, WORKBOOK_FORMAT), help=tr("pdf (default), docx or txt")
    )
    parser.add_argument(
        "--round",
        type=int,
        default=0,
        choices=ROUNDS,
        metavar="{3,6,9,12}",
        help=tr("follow-up round of results-report; all that were reported where none is named"),
    )
    parser.add_argument("--memo", default="", metavar="ID", help=tr("which memo; the year's first where none is named"))


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str, *, listed: bool = True
) -> argparse.ArgumentParser:
    parser = (
        commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        if listed
        else commands.add_parser(name, prog="ita-desktop", usage="ita-desktop [FILE.ita]", allow_abbrev=False)
    )
    _language(parser, default=argparse.SUPPRESS)
    return parser


def _language(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default=default, help=tr("language of messages and window"))


def _plan_year(word: str) -> int:
    """A Buddhist year in Thai or Arabic digits."""
    if not (word.isdecimal() and 2400 <= int(word) <= 2700):
        raise argparse.ArgumentTypeError(tr("{word} is not a fiscal year such as 2568").format(word=word))
    return int(word)


def _office_file(word: str) -> Path:
    """A file to open: one that is there, or a name that an office file could have; else a mistyped command."""
    path = Path(word)
    if path.suffix != ".ita" and not path.exists():
        text = tr("{word} is neither a command ({commands}) nor an office file (.ita)")
        raise argparse.ArgumentTypeError(text.format(word=word, commands=", ".join(COMMANDS)))
    return path


SAID_BY_ARGPARSE = (
    tr("usage: "),
    tr("options"),
    tr("positional arguments"),
    tr("show this help message and exit"),
    tr("show program's version number and exit"),
    tr("%(prog)s: error: %(message)s\n"),
    tr("argument %(argument_name)s: %(message)s"),
    tr("the following arguments are required: %s"),
    tr("unrecognized arguments: %s"),
    tr("expected one argument"),
    tr("one of the arguments %s is required"),
    tr("not allowed with argument %s"),
    tr("ignored explicit argument %r"),
    tr("invalid choice: %(value)r (choose from %(choices)s)"),
    tr("invalid %(type)s value: %(value)r"),
)
"""Texts of the standard library that a user can get to see; named here so that the catalogues hold them."""
