"""Document → PDF: the preview shows, and the printer gets, these very bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_desktop.documents.model import Document
    from ita_desktop.documents.options import DocumentOptions
    from ita_desktop.documents.pdf.press import Rendered
    from ita_desktop.typeset import Steps

__all__ = ["render_pdf", "rendering"]


def render_pdf(document: Document, resources: Path, options: DocumentOptions | None = None) -> Rendered:
    """The document as PDF, set with this process's press."""
    from ita_desktop.documents.options import DocumentOptions
    from ita_desktop.typeset import finish

    return finish(rendering(document, resources, options or DocumentOptions()))


def rendering(document: Document, resources: Path, options: DocumentOptions) -> Steps[Rendered]:
    """The same in steps of a few milliseconds."""
    from ita_desktop.documents.pdf.press import press  # brings the typesetter, which not everyone here needs

    return press(resources).rendering(document, options.for_document(document.name))
