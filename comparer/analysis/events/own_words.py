"""The words right beside a verb that negate, weaken or postpone it: "has not", "may", "reportedly", "to resign"."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.events.context import Context
from comparer.analysis.events.negation import own_negations
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import EventWords


class OwnWords:
    """Gathers into `context` what stands beside one event."""

    def __init__(self, tree: Tree, words: EventWords) -> None:
        self.tree = tree
        self.words = words
        self.context = Context()

    def note(self, verb: Token) -> None:
        """Take in the verb's auxiliaries, adverbs and negations."""
        if verb.pos_ == "NOUN":
            return
        self.context.negations += own_negations(self.tree, verb)
        for child in self.tree.children(verb):
            if child.dep_ == "aux" and child.lower_ == "to" and verb.dep_ == "ROOT":
                # A headline's "Mayor to resign".
                self.context.weaken("future", child)
            elif child.dep_ == "aux":
                self.auxiliary(verb, child)
            elif child.dep_ in {"advmod", "amod"}:
                self._adverb(child)
            elif child.dep_ in {"attr", "acomp"} and verb.lemma_ == "be":
                # "were likely mercenaries": the adverb hangs on the noun.
                for inner in self.tree.children(child, "amod", "advmod"):
                    self._adverb(inner)
            elif child.dep_ == "punct" and child.text == "?" and verb.dep_ == "ROOT":
                self.context.weaken("possible", child)

    def _adverb(self, adverb: Token) -> None:
        if adverb.lower_ in self.words["doubting_adverbs"]:
            self.context.weaken("possible", adverb)

    def auxiliary(self, verb: Token, aux: Token) -> None:
        lower = aux.lower_
        if lower in self.words["modal_future"]:
            self.context.weaken("future", aux)
        elif lower in self.words["modal_possible"]:
            # "could not be verified" tells what happened: it was not.
            if lower != "could" or self.tree.child(verb, "neg") is None:
                self.context.weaken("possible", aux)
        elif lower in self.words["modal_demanded"]:
            self.context.weaken("demanded", aux)
        elif lower in self.words["modal_conditional"] and aux.tag_ == "MD":
            self.context.weaken("conditional" if self._has_condition(verb) else "future", aux)

    def _has_condition(self, verb: Token) -> bool:
        perfect = any(child.lower_ == "have" for child in self.tree.children(verb, "aux"))
        clauses = self.tree.children(verb, "advcl")
        return perfect or any(mark.lower_ == "if" for clause in clauses for mark in self.tree.children(clause, "mark"))
