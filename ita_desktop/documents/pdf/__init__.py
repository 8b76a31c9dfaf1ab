"""Document → PDF: the preview shows, and the printer gets, these very bytes."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.documents.model import Document
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf.press import Press, Rendered, press

__all__ = ["Press", "Rendered", "press", "render_pdf"]


def render_pdf(document: Document, resources: Path, options: DocumentOptions | None = None) -> Rendered:
    """The document as PDF, set with this process's press."""
    return press(resources).render(document, options or DocumentOptions())
