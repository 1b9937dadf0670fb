"""What holds of an event beside who does it: whether it is denied, doubted, planned, demanded, and by whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from comparer.analysis.report import Modality


@dataclass
class Context:
    """Gathered from the event's own words outwards; the first word that takes certainty away counts."""

    negations: list[Token] = field(default_factory=list)
    modality: Modality = "asserted"
    modal: Token | None = None
    denial: Token | None = None
    source: Token | None = None

    @property
    def negated(self) -> bool:
        """Two negations cancel."""
        return len(self.negations) % 2 == 1

    def weaken(self, modality: Modality, cue: Token) -> None:
        """Note the first word that takes certainty away."""
        if self.modality == "asserted":
            self.modality, self.modal = modality, cue
