"""The style sheet of the program, made from palette and sizes."""

from __future__ import annotations

from ita_desktop.ui.look.palette import Palette, mixed
from ita_desktop.ui.look.sizes import FAMILY, Sizes


def style_sheet(colours: Palette, sizes: Sizes) -> str:
    """Build the Qt style sheet of the whole program."""
    return "\n".join(part(colours, sizes) for part in (_ground, _text, _buttons, _fields, _frames, _views, _bars))


def _ground(c: Palette, s: Sizes) -> str:
    return f"""
* {{ font-family: "{FAMILY}"; font-size: {s.body}px; }}
QMainWindow, QDialog, #canvas {{ background: {c.canvas}; }}
QWidget {{ color: {c.text}; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {s.step}px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget#flow {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {s.scroll_bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {s.scroll_bar}px; margin: 0; }}
QScrollBar::handle {{ background: {mixed(c.line, c.muted, 0.35)}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _text(c: Palette, s: Sizes) -> str:
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {getattr(c, tone)}; }}' for tone in ("accent", "good", "look", "wrong")
    )
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {s.title}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="help"] {{ color: {c.muted}; font-size: {s.help}px; }}
QLabel[role="head"] {{ color: {c.muted}; font-size: {s.help}px; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {s.figure}px; font-weight: 600; }}
{tones}
"""


def _buttons(c: Palette, s: Sizes) -> str:
    inner = s.field - 2
    hover, pressed = mixed(c.accent, c.text, 0.12), mixed(c.accent, c.text, 0.25)
    return f"""
QPushButton, QToolButton {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {s.small_radius}px;
    min-height: {inner}px; padding: 0 {s.step * 3}px; }}
QToolButton {{ min-width: {inner}px; padding: 0; }}
QPushButton:hover, QToolButton:hover {{ background: {mixed(c.surface, c.accent_soft, 0.7)}; border-color: {c.accent}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 0 {s.step * 3 - 1}px;
    min-height: {inner - 2}px; }}
QToolButton:focus {{ padding: 0; min-width: {inner - 2}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {mixed(c.muted, c.surface, 0.4)}; border-color: {c.line};
    background: {c.surface}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
    font-weight: 600; }}
QPushButton[primary="true"]:hover {{ background: {hover}; }}
QPushButton[primary="true"]:pressed {{ background: {pressed}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {mixed(c.accent, c.text, 0.6)}; }}
QPushButton[primary="true"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
QPushButton[quiet="true"], QToolButton[quiet="true"] {{ background: transparent; border-color: transparent; }}
QPushButton[quiet="true"] {{ color: {c.accent}; padding: 0 {s.step * 2}px; font-weight: 500; }}
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover {{ background: {c.accent_soft};
    border-color: transparent; }}
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[quiet="true"]:disabled, QToolButton[quiet="true"]:disabled {{ background: transparent;
    border-color: transparent; color: {mixed(c.muted, c.surface, 0.4)}; }}
QPushButton[chooser="true"] {{ text-align: left; padding: 0 {s.step * 8}px 0 {s.step * 3}px; }}
QPushButton[chooser="true"]:focus {{ padding: 0 {s.step * 8 - 1}px 0 {s.step * 3 - 1}px; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[big="true"] {{ text-align: left; padding: {s.inside}px; border-radius: {s.radius}px;
    min-height: {s.way}px; }}
QPushButton[big="true"]:focus {{ padding: {s.inside - 1}px; min-height: {s.way}px; }}
"""


def _fields(c: Palette, s: Sizes) -> str:
    inner = s.field - 2
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {{ background: {c.surface}; color: {c.text};
    border: 1px solid {c.line}; border-radius: {s.small_radius}px; min-height: {inner}px; padding: 0 {s.step * 2}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QPlainTextEdit {{ padding: 1px {s.step * 2 - 1}px; }}
QComboBox {{ padding: 0 {s.step * 2 + 1}px; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QSpinBox:hover {{
    border-color: {mixed(c.line, c.muted, 0.5)}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {c.accent};
    min-height: {inner - 2}px; padding: 0 {s.step * 2 - 1}px; }}
QPlainTextEdit:focus {{ padding: 0 {s.step * 2 - 2}px; }}
QComboBox:focus {{ padding: 0 {s.step * 2}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {c.canvas}; color: {c.muted}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {c.wrong};
    background: {c.wrong_soft}; min-height: {inner - 2}px; padding: 0 {s.step * 2 - 1}px; }}
QLineEdit[score="true"] {{ font-weight: 500; }}
QComboBox::drop-down {{ border: none; width: {s.px(28)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; padding: {s.step}px; outline: 0;
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {s.field}px; padding: 0 {s.step}px; }}
QCheckBox {{ spacing: {s.step * 2}px; min-height: {s.field - s.step}px; background: transparent; }}
QCheckBox::indicator {{ width: {s.px(16)}px; height: {s.px(16)}px; border: 1px solid {mixed(c.line, c.muted, 0.6)};
    border-radius: {s.step}px; background: {c.surface}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QSlider::groove:horizontal {{ background: {c.line}; height: {s.step}px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; height: {s.step}px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {c.surface}; border: 2px solid {c.accent}; width: {s.px(12)}px;
    margin: -{s.px(6)}px 0; border-radius: {s.px(8)}px; }}
QSlider::handle:horizontal:focus {{ background: {c.accent}; }}
QCheckBox:focus {{ color: {c.accent}; }}
"""


def _frames(c: Palette, s: Sizes) -> str:
    chips = "\n".join(
        f'QFrame[chip="{tone}"] {{ background: {getattr(c, tone + "_soft")}; border-radius: {s.small_radius}px; }}'
        f' QFrame[chip="{tone}"] QLabel {{ color: {getattr(c, tone)}; font-weight: 600; font-size: {s.help + 1}px; }}'
        for tone in ("accent", "good", "look", "wrong")
    )
    cells = "\n".join(
        f'QPushButton[cell="{tone}"] {{ background: {ground}; color: {ink}; border-color: {ground}; }}'
        for tone, ink, ground in (
            ("plain", c.muted, c.canvas),
            ("good", c.good, c.good_soft),
            ("look", c.look, c.look_soft),
            ("wrong", c.wrong, c.wrong_soft),
        )
    )
    return f"""
{cells}
QPushButton[month="true"] {{ padding: 0 {s.step}px; }}
QPushButton[month="true"]:checked {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[month="true"]:focus {{ padding: 0 {s.step - 1}px; border: 2px solid {mixed(c.accent, c.text, 0.6)}; }}
QPushButton[cell] {{ font-weight: 600; }}
QPushButton[cell]:hover, QPushButton[cell]:focus {{ border-color: {c.accent}; }}
QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {s.radius}px; }}
QFrame[floating="true"] {{ border: 1px solid {mixed(c.line, c.muted, 0.5)}; }}
QFrame[drop="true"] {{ border: 1px dashed {mixed(c.line, c.muted, 0.5)}; border-radius: {s.radius}px; }}
QFrame[dropping="true"] {{ border: 2px solid {c.accent}; background: {c.accent_soft}; }}
QFrame[notice="true"] {{ background: {c.look_soft}; border-radius: {s.radius}px; }}
QFrame[notice="wrong"] {{ background: {c.wrong_soft}; border-radius: {s.radius}px; }}
QFrame[chip="plain"] {{ background: {c.canvas}; border-radius: {s.small_radius}px; }}
QFrame[chip="plain"] QLabel {{ color: {c.muted}; font-weight: 500; font-size: {s.help + 1}px; }}
{chips}
QFrame[finding="true"] {{ border: 1px solid transparent; border-radius: {s.small_radius}px; }}
QFrame[finding="true"]:hover {{ background: {c.canvas}; }}
QFrame[finding="true"]:focus {{ border: 2px solid {c.accent}; }}
QFrame[line="true"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[paper="true"] {{ border: 1px solid {c.line}; background: {c.canvas}; }}
"""


def _views(c: Palette, s: Sizes) -> str:
    return f"""
QTableView, QListView {{ background: {c.surface}; color: {c.text}; border: none; gridline-color: {c.line}; outline: 0;
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; alternate-background-color: {c.surface}; }}
QTableView::item {{ padding: 1px {s.step * 2}px; border: none; border-bottom: 1px solid {c.line}; }}
QTableView::item:selected, QListView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QListWidget[picks="true"] {{ background: transparent; }}
QListWidget[order="true"]::item {{ min-height: {s.field}px; padding: 0 {s.step}px; }}
QListWidget[picks="true"]::item {{ min-height: {s.field}px; padding: 0 {s.step * 2}px; margin: 1px 0;
    border: 1px solid {c.line}; border-radius: {s.small_radius}px; background: {c.surface}; }}
QListWidget[picks="true"]::item:selected {{ border: 2px solid {c.accent}; background: {c.accent_soft};
    color: {c.accent}; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
    font-size: {s.help}px; font-weight: 600; padding: {s.step}px {s.step * 2}px; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}
QMenuBar {{ background: transparent; color: {c.muted}; border: none; }}
QMenuBar::item {{ background: transparent; padding: {s.step}px {s.step * 2}px; border-radius: {s.step}px; }}
QMenuBar::item:selected {{ background: {c.accent_soft}; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: {s.step}px; }}
QMenu::item {{ padding: {s.step + 2}px {s.px(28)}px {s.step + 2}px {s.step * 3}px; border-radius: {s.step}px; }}
QMenu::icon {{ padding-left: {s.step * 2}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {mixed(c.muted, c.surface, 0.4)}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {s.step}px; }}
"""


def _bars(c: Palette, s: Sizes) -> str:
    return f"""
#topBar {{ background: {c.surface}; border-bottom: 1px solid {c.line}; }}
#bottomBar {{ background: {c.surface}; border-top: 1px solid {c.line}; }}
#bottomBar QLabel {{ font-size: {s.help}px; color: {c.muted}; }}
#bottomBar QPushButton {{ font-size: {s.help}px; color: {c.muted}; padding: 0 {s.step}px;
    min-height: {s.bottom - 8}px; }}
#bottomBar QPushButton:focus {{ padding: 0 {s.step - 1}px; min-height: {s.bottom - 10}px; }}
#tour {{ background: {c.accent_soft}; border-top: 2px solid {c.accent}; }}
#rail {{ background: {c.surface}; border-right: 1px solid {c.line}; }}
#stepList {{ background: transparent; }}
#previewPanel {{ background: {c.canvas}; }}
#previewPanel[drawer="true"] {{ background: {c.canvas}; border-left: 1px solid {c.line}; }}
QSplitter::handle {{ background: transparent; image: none; }}
QProgressBar {{ background: {c.canvas}; border: none; border-radius: {s.step}px; max-height: {s.step * 2}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {s.step}px; }}
"""
