"""Nothing wrong gets signed: what one year's papers contradict, leave open or leave out (การตรวจก่อนพิมพ์).

Small pure rules over the facts of a year. Each finding names the field, quotes the words, and says by its code which
rule it broke; the sentences for the codes are in ``app.findings``. Nothing is ever corrected here.
"""

from ita_desktop.domain.findings.checker import Checker, check
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.gazetteer import Gazetteer, Place

__all__ = ["Checker", "Code", "Finding", "Fix", "Gazetteer", "Place", "Severity", "check"]
