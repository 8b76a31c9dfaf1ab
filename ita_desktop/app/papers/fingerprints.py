"""Whether a paper would still print the same (ลายพิมพ์ของเอกสาร): a fingerprint of its words and its look.

Not of its bytes: a newer program may set the same words a hair differently, and that changes no signed paper.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ita_desktop.documents import Document, DocumentOptions, pack, render_text
from ita_desktop.documents.model import Picture
from ita_desktop.domain.rules.page_code import code_for
from ita_desktop.domain.values.copies import PaperKey

_ELSEWHERE = frozenset({"offset_x", "offset_y", "coded", "pack", "enclosures_from_pack", "fit_memo"})
"""Options that move the same words on the sheet, or that the words themselves show."""
_BY_PART = ("omitted", "added", "wording", "layouts")
"""Options that name a part of one document, as ``analysis-report/rationale``."""


def fingerprint_of(document: Document, options: DocumentOptions) -> str:
    """Compute a hash that stays the same as long as the paper prints the same words in the same look."""
    options = options.for_document(document.name)
    kept = {name: value for name, value in options.to_setting().items() if name not in _ELSEWHERE}
    for name in _BY_PART:
        if name in kept:
            kept[name] = _of_document(kept[name], document.name)
    pictures = [hashlib.sha256(data).hexdigest() for data in (options.own_emblem, options.cover_picture)]
    pictures += [hashlib.sha256(block.data).hexdigest() for block in document.blocks if isinstance(block, Picture)]
    look = json.dumps([{name: value for name, value in kept.items() if value}, pictures], sort_keys=True)
    return hashlib.sha256(f"{look}\n{render_text(document, options)}".encode()).hexdigest()


def code_of(document: Document, options: DocumentOptions, key: PaperKey) -> str:
    """Compute the page code (รหัสหน้า) of the paper as it is now."""
    return code_for(key, fingerprint_of(document, options))


def _of_document(values: Any, name: str) -> Any:
    if name == pack.NAME:
        return values
    of_it = [one for one in values if one.startswith(f"{name}/")]
    return {one: values[one] for one in of_it} if isinstance(values, dict) else of_it
