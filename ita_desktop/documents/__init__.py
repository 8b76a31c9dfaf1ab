"""What is printed: facts -> Document (a tree of blocks) -> PDF, text, later Word.

Rule of this floor: no store, no window; facts come in complete. Only ``pdf`` knows the typesetter.
"""

from ita_desktop.documents.model import Document
from ita_desktop.documents.options import AddresseeWeight, Digits, DocumentOptions, EmblemChoice
from ita_desktop.documents.registry import DOCUMENTS, Choice, DocumentError, DocumentKind, Need, measure_columns
from ita_desktop.documents.text import render_text

__all__ = [
    "DOCUMENTS",
    "AddresseeWeight",
    "Choice",
    "Digits",
    "Document",
    "DocumentError",
    "DocumentKind",
    "DocumentOptions",
    "EmblemChoice",
    "Need",
    "measure_columns",
    "render_text",
]
