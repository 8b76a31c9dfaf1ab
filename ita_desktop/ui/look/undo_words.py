"""Names of the steps that can be undone."""

from __future__ import annotations

from ita_desktop.i18n import tr


def undo_words(label: str) -> str:
    """Return what a step did, in words, from its code."""
    return _words().get(label, tr("the last change"))


def _words() -> dict[str, str]:
    return {
        "agency": tr("edit of the office"),
        "office-start": tr("first entries of the office"),
        "signer": tr("edit of a signer"),
        "signer-remove": tr("removal of a signer"),
        "signer-move": tr("order of the signers"),
        "framework": tr("correction of the rules of a year"),
        "year": tr("new year"),
        "year-remove": tr("removal of a year"),
        "score": tr("edit of a score"),
        "paste": tr("pasted scores"),
        "official": tr("edit of the official result"),
        "narrative": tr("edit of an analysis"),
        "weak-indicators": tr("weak indicators"),
        "roll-over": tr("beginning of a new year"),
        "document-state": tr("state of a paper"),
        "version": tr("printed version that was kept"),
        "version-remove": tr("removal of a printed version"),
        "copy": tr("copy that was kept"),
        "copies-in": tr("printed versions and copies taken over"),
        "copy-remove": tr("removal of a kept copy"),
        "plan": tr("edit of the plan"),
        "plan-remove": tr("removal of a plan"),
        "measure": tr("edit of a measure"),
        "measure-bulk": tr("edit of several measures"),
        "measure-add": tr("new measure"),
        "measure-remove": tr("removal of a measure"),
        "measure-move": tr("order of the measures"),
        "risk": tr("edit of a risk"),
        "risk-add": tr("new risk"),
        "risk-remove": tr("removal of a risk"),
        "risk-move": tr("order of the risks"),
        "result": tr("edit of a result"),
        "results": tr("edit of a result"),
        "memo": tr("edit of a memo"),
        "memo-remove": tr("removal of a memo"),
        "setting": tr("edit of a setting"),
        "words": tr("edit of the words"),
        "draft-back": tr("text put back"),
        "merge": tr("merging of two files"),
        "finding-fix": tr("proposed correction"),
        "import": tr("import"),
    }
