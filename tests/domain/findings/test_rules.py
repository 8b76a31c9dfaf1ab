"""Every check runs: a rule that is written and not listed is found."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from ita_desktop.domain import findings
from ita_desktop.domain.findings.checker import RULES


def rules_written() -> dict[str, object]:
    """Public functions of the package that take what is examined and yield findings, by module and name."""
    modules = [
        importlib.import_module(f"{findings.__name__}.{one.name}") for one in pkgutil.iter_modules(findings.__path__)
    ]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and is_rule(name, value)
    }


def is_rule(name: str, function: object) -> bool:
    takes = list(inspect.signature(function).parameters.values())
    gives = inspect.signature(function).return_annotation
    return (
        not name.startswith("_") and [one.annotation for one in takes] == ["Examined"] and gives == "Iterator[Finding]"
    )


def test_every_rule_that_is_written_runs() -> None:
    listed = {f"{rule.__module__}.{rule.__name__}" for rule in RULES}
    assert set(rules_written()) == listed
    assert len(RULES) == len(listed), "a rule is listed twice"


def test_every_rule_is_recognised_by_what_it_takes_and_gives() -> None:
    assert all(is_rule(rule.__name__, rule) for rule in RULES)
