"""The seams (รอยต่อคำประสม) of compounds: where a long word of the dictionary is itself made of whole words.

Both sides must be words that stand by themselves (vocabulary.py); การ, ความ and ผู้ part from any word behind them. ข้อมูล, เครื่องมือ, เจ้าหน้าที่ stay whole.
"""

from .lexicon import Lexicon
from .vocabulary import LEXICALISED, OPENERS, PLAIN

# การ and ความ part from a word of at least so many letters.
OPENED_WORD = 3


class Seams:
    """The seams of the words of one lexicon, remembered per word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The places inside `word` where it may be opened, in order; empty for most words."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._find(word)
        return found

    def _find(self, word: str) -> tuple[int, ...]:
        if len(word) < 4 or word in LEXICALISED:
            return ()
        for opener in OPENERS:
            rest = word[len(opener) :]
            if word.startswith(opener) and len(rest) >= OPENED_WORD and self._lexicon.cost(rest) is not None:
                return (len(opener), *(len(opener) + at for at in self.of(rest)))
        return self._plain_parts(word)

    def _plain_parts(self, word: str) -> tuple[int, ...]:
        """The seams of a word that is nothing but common words in a row; the fewest words win."""
        best: dict[int, tuple[int, ...]] = {0: ()}
        for at in range(len(word)):
            if at in best:
                for end in range(at + 2, len(word) + 1):
                    part = word[at:end]
                    if part != word and (part in PLAIN or part in OPENERS):
                        ends = (*best[at], end)
                        if end not in best or len(ends) < len(best[end]):
                            best[end] = ends
        return best.get(len(word), (0,))[:-1]
