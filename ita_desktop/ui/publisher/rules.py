"""รับชุดเกณฑ์: the rules of a year from a signed pack, with what would change and what the office keeps of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.publisher import packs
from ita_desktop.app.publisher.pack_preview import PackPreview, RuleChange, changes, kept, preview
from ita_desktop.app.rules.setting import SETTING
from ita_desktop.domain.rule_edits.own_edits import OwnEdit
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.frame.opening import Offices
from ita_desktop.ui.look.wording import digits, shown_place
from ita_desktop.ui.pages.frameworks.own_edits_list import edit_words
from ita_desktop.ui.pages.frameworks.rules_block import block_title, blocks
from ita_desktop.ui.publisher.window import BringWindow, BringWords, Fact
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.text import Text, many_lined

MOST = 30
"""Changes that are shown one by one."""
LINE = 80
"""Characters that surely stand on a line."""


def words() -> BringWords:
    """What the window says."""
    return BringWords(
        title=tr("Rules of a year from a file"),
        hint=tr("When a year's manual is out, its rules come as a signed file. What your office corrected is kept."),
        verb=tr("Use these rules"),
        kind=tr("Pack of rules"),
        suffix=packs.SUFFIX,
    )


class RulesWindow(BringWindow):
    """What comes into force here comes into force at once, and is taken back at will."""

    def __init__(
        self, offices: Callable[[], Offices], office: Callable[[], Workspace | None], folder: Path, parent: QWidget
    ) -> None:
        self._offices, self._office = offices, office
        self._file = Path()
        self.shown: tuple[RuleChange, ...] = ()
        self.own: tuple[OwnEdit, ...] = ()
        super().__init__(offices().theme, words(), folder, parent)
        sizes = self.theme.sizes
        self.changes = Card(sizes, tr("What would change"))
        self.kept = Card(sizes, tr("Packs in use"))
        self._rows, self._packs = QVBoxLayout(), QVBoxLayout()
        for card, rows in ((self.changes, self._rows), (self.kept, self._packs)):
            rows.setSpacing(sizes.step * 2)
            card.box.addLayout(rows)
            self.flow.column.insertWidget(self.flow.column.count() - 1, card)
        self.changes.hide()
        self.show_packs()

    @property
    def _kept_packs(self) -> packs.Packs:
        return packs.Packs(self._offices().library.folders.rules)

    def look(self, file: Path) -> tuple[Fact, ...]:
        offices = self._offices()
        pack = preview(file, offices.library.resources, self._kept_packs)
        self._file = file
        slip = pack.slip
        office = self._office()
        now = offices.frameworks.get(slip.year)
        names = (rule_names(now) if now else {}) | rule_names(pack.rules)
        self.shown = changes(pack, now, names)
        self.own = kept(pack, office.setting(SETTING)) if office else ()
        self._show_changes(pack, names)
        self._tell_outlived(pack)
        return (
            (tr("Rules"), tr("{year}: edition {edition}").format(year=digits(slip.year), edition=digits(slip.version))),
            (tr("Signed by"), pack.publisher),
            (tr("Used now"), self._used(slip.year, now)),
            (tr("In the file"), _standing(pack.rules)),
            (tr("Brings too"), ", ".join(_extras(pack))),
            (tr("Note"), slip.note),
        )

    def read(self, file: Path) -> None:
        super().read(file)
        if self.notice.text and self.about.isVisible():
            enable(self.take_button, False, self.notice.text)

    def put_away(self) -> None:
        super().put_away()
        self.shown, self.own = (), ()
        if hasattr(self, "changes"):
            self.changes.hide()

    def take(self) -> None:
        """Use the pack from now on."""
        try:
            slip = self._kept_packs.install(self._file, self._offices().library.resources)
        except WorkspaceError as refused:
            self.put_away()
            self.notice.say(str(refused))
            return
        self.put_away()
        text = tr("The rules of {year}, edition {edition}, are used now.")
        self._changed(text.format(year=digits(slip.year), edition=digits(slip.version)))

    def go_back(self, year: int) -> None:
        """Take a year's pack out: the edition before it, or the program's own rules, are used again."""
        self.put_away()
        try:
            edition = self._kept_packs.go_back(year)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        if edition:
            text = tr("Edition {edition} of the rules of {year} is used.")
            self._changed(text.format(edition=digits(edition), year=digits(year)))
        else:
            self._changed(tr("The program's own rules of {year} are used.").format(year=digits(year)))

    def show_packs(self) -> None:
        """Show the packs in use, each with a button to remove it."""
        clear(self._packs)
        kept = self._kept_packs.all_rules()
        for one in kept:
            line = tr("{year}: edition {edition}").format(year=digits(one.year), edition=digits(one.edition))
            text = many_lined(Text(" · ".join(filter(None, (line, one.note))), wrap=True))
            back = Button(self.theme, tr("Go back"), partial(self.go_back, one.year), icon="rotate-ccw", quiet=True)
            back.setAccessibleDescription(line)
            row = QHBoxLayout()
            row.addWidget(text, 1)
            row.addWidget(back)
            self._packs.addLayout(row)
        if not kept:
            self._packs.addWidget(Text(tr("The program's own rules are used for every year."), "muted", wrap=True))

    def _changed(self, text: str) -> None:
        self.taken.emit()
        self.show_packs()
        self.say(text)
        self.close_button.setFocus()

    def _tell_outlived(self, pack: PackPreview) -> None:
        if pack.outlived:
            text = tr("The file was made for an older program; this one knows at least as much and uses its own rules.")
            self.notice.say(text)

    def _show_changes(self, pack: PackPreview, names: dict[str, str]) -> None:
        clear(self._rows)
        for edit in self.own:
            text = tr("your office's own stays: {own} (in the file: {then})")
            self._row(edit_words(pack.rules, edit), text.format(own=edit.after or "–", then=edit.before or "–"))
        for change in self.shown[:MOST]:
            self._row(names.get(change.path) or _part_words(change.path), _change_words(change))
        if len(self.shown) > MOST:
            more = tr("… and {n} more").format(n=digits(len(self.shown) - MOST))
            self._rows.addWidget(Text(more, "muted"))
        if not self.shown and not self.own:
            self._rows.addWidget(Text(tr("Nothing differs from the rules used now."), "muted", wrap=True))
        self.changes.show()

    def _row(self, name: str, text: str) -> None:
        self._rows.addWidget(many_lined(Text(name, "strong", wrap=True)))
        self._rows.addWidget(many_lined(Text(text, wrap=True)))

    def _used(self, year: int, now: Framework | None) -> str:
        edition = next((one.edition for one in self._kept_packs.all_rules() if one.year == year), "")
        if edition:
            return tr("pack, edition {edition}").format(edition=digits(edition))
        return tr("the program's own rules") + f" ({_standing(now)})" if now else tr("no rules of this year yet")


def rule_names(rules: Framework) -> dict[str, str]:
    """Every place of the rules that can differ, by its path, as the page of the rules calls it."""
    named = {"title": tr("Title")}
    for block, fields in blocks(rules).items():
        named |= {field.path: f"{block_title(block)}: {field.name}" for field in fields}
    return named


def _standing(rules: Framework) -> str:
    return tr("draft") if rules.draft else tr("announced")


def _extras(pack: PackPreview) -> list[str]:
    held = {part.name for part in pack.slip.parts}
    extras = ((packs.CATALOGUE, tr("proposed measures")), (packs.PATTERNS, tr("units and posts of kinds of offices")))
    return [text for name, text in extras if name in held]


def _change_words(change: RuleChange) -> str:
    """Short values side by side, long texts one below the other."""
    now = tr("now: {value}").format(value=change.now or "–")
    then = tr("then: {value}").format(value=change.then or "–")
    return (" → " if len(now) + len(then) < LINE else "\n").join((now, then))


def _part_words(path: str) -> str:
    """Describe a level or a part by its block and key."""
    block, _, key = path.partition("/")
    return f"{block_title(block)} {shown_place(key)}"
