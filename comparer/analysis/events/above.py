"""What the words above an event say of it: "denied that", "failed to", "is likely to", "no evidence that"."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.events.context import Context
from comparer.analysis.events.negation import evidence_negations, inside, own_negations
from comparer.analysis.events.own_words import OwnWords
from comparer.analysis.events.roles import find_roles, find_subject, is_passive
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import EventWords
from comparer.analysis.report import Modality

_STEPS = 8
_TO_INFINITIVE = 2
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass", "oprd", "advcl", "acomp", "dep"})
_CONDITIONS: dict[str, Modality] = {"if": "conditional", "unless": "conditional", "whether": "possible"}
_PREPOSITIONS = frozenset({"for", "on", "to", "about"})


def find_context(tree: Tree, event: Token, words: EventWords) -> Context:
    """Return what holds of `event`, a verb or a noun that tells an event."""
    return _Finder(tree, words).find(event)


def speaker(tree: Tree, verb: Token) -> Token | None:
    """Return who says or denies: the subject, or the by-phrase of "was denied by"."""
    return find_roles(tree, verb).agent


class _Finder(OwnWords):
    """Walks from one event upwards through its sentence."""

    def find(self, event: Token) -> Context:
        self.note(event)
        node = event
        for _ in range(_STEPS):
            if not self._climb(node):
                break
            node = _above(node)
        for mark in self.tree.children(event, "mark"):
            if mark.lower_ in _CONDITIONS:
                self.context.weaken(_CONDITIONS[mark.lower_], mark)
        return self.context

    def _climb(self, node: Token) -> bool:
        """Take in what the word above `node` says of it; False where nothing further up bears on it."""
        above = _above(node)
        through = node.head.lower_ if node.dep_ in {"pcomp", "pobj"} else ""
        gerund = node.dep_ == "dobj" and node.tag_ == "VBG"
        clause = bool(through) or gerund or node.dep_ in _CLAUSES or node.dep_ == "conj"
        if above.i == node.i or not clause:
            return False
        if node.dep_ == "conj":
            return self._conjoined(node)
        if through == "without":
            # "did not pass without protest" says that there was one.
            self.context.negations += [node.head, *(own_negations(self.tree, above) if above.pos_ in _VERBAL else [])]
            return False
        if above.pos_ in _VERBAL:
            return self._under_verb(node, above, through)
        if above.pos_ in {"NOUN", "PROPN"}:
            self._under_noun(node, above)
            return False
        return above.pos_ in {"ADJ", "ADV"} and self._under_adjective(above)

    def _conjoined(self, node: Token) -> bool:
        """A second verb shares "will" and "plans to" with the first, unless it has a form of its own."""
        first = node.head
        alone = self.tree.child(node, "aux", "nsubj", "nsubjpass") is None
        if alone and node.tag_ == first.tag_ and node.tag_ in {"VB", "VBN"}:
            for child in self.tree.children(first, "aux"):
                self.auxiliary(first, child)
            return True
        return first.dep_ == "ccomp"

    def _under_verb(self, node: Token, verb: Token, through: str) -> bool:
        lemma = self.tree.lemma(verb)
        if through:
            return self._through_preposition(node, verb, lemma, through)
        call = self.tree.child(verb, "dobj")
        if call is not None and call.i < node.i and self._is_call(call, node):
            self._called_for(call)
            return False
        if lemma in self.words["denying"]:
            self._deny(verb, unless=own_negations(self.tree, verb))
            return False
        if node.dep_ == "advcl":
            return False
        if lemma == "be":
            if node.dep_ == "xcomp" and any(child.lower_ == "to" for child in self.tree.children(node, "aux")):
                self.context.weaken("future", verb)  # "is to close"
            state = self.tree.child(verb, "acomp")
            if state is not None and node.dep_ in {"ccomp", "csubj"}:
                self._under_adjective(state)
                self._truth(verb, state)
        elif not self._fails(node, verb, lemma):
            self._soften(node, verb, lemma)
            # "unlikely that they authorized men to fight": whether men fought is not in doubt.
            return not self._enables(node, verb, lemma)
        return True

    def _truth(self, verb: Token, state: Token) -> None:
        """Read "it is not true that" and "it is false that"."""
        if self.tree.lemma(state) in self.words["true"]:
            self.context.negations += own_negations(self.tree, verb)
        elif self.tree.lemma(state) in self.words["untrue"]:
            self.context.negations += [state, *own_negations(self.tree, verb)]

    def _enables(self, node: Token, verb: Token, lemma: str) -> bool:
        softens = lemma in self.words["doubting"] | self.words["future"] | self.words["demanding"]
        return node.dep_ == "xcomp" and not softens and self.tree.child(verb, "dobj") is not None

    def _deny(self, verb: Token, unless: list[Token]) -> None:
        self.context.denial = None if unless else verb
        self.context.source = self.context.source or speaker(self.tree, verb)

    def _through_preposition(self, node: Token, verb: Token, lemma: str, through: str) -> bool:
        """Read "kept them from leaving", "accused of stealing", "called for the release"; False for others."""
        if through == "from" and lemma in self.words["preventing"]:
            self.context.negations.append(verb)
            return True
        if lemma == "vote" and through in {"against", "for"}:
            self.context.weaken("future", verb)
            self.context.negations += [node.head] if through == "against" else []
            return True
        if through == "about" and lemma == "lie":
            self._lied(verb)
            return False
        accused = through == "of" and lemma in self.words["doubting"]
        wished = through in _PREPOSITIONS and lemma in self.words["demanding"] | self.words["future"]
        if accused or wished:
            self._soften(node, verb, lemma, wished=wished)
        return accused or wished

    def _lied(self, verb: Token) -> None:
        """Who "lied about never meeting him" met him; whether one who "lied about meeting him" did nobody knows."""
        if self.context.negations:
            self.context.negations.append(verb)
        else:
            self.context.weaken("possible", verb)

    def _fails(self, node: Token, verb: Token, lemma: str) -> bool:
        """True for "failed to attend" and "has yet to publish"."""
        yet = lemma == "have" and any(child.lower_ == "yet" for child in self.tree.children(verb, "advmod"))
        thing = self.tree.child(verb, "dobj")
        free = thing is None or thing.i >= node.i
        fails = lemma in self.words["failing"] and node.dep_ in {"xcomp", "ccomp", "dobj"} and free
        if yet or fails:
            self.context.negations += [verb, *own_negations(self.tree, verb)]
        return yet or fails

    def _soften(self, node: Token, verb: Token, lemma: str, *, wished: bool = False) -> None:
        """Plans, demands and doubts above the clause; who says it."""
        flips = own_negations(self.tree, verb)
        falsely = [word for word in self.tree.children(verb, "advmod") if word.lower_ in self.words["falsely"]]
        if falsely:
            self.context.negations += falsely
        elif lemma in self.words["doubting"]:
            self.context.weaken("possible", verb)
            self.context.negations += [verb] if lemma in self.words["against"] else []
        elif self._is_plan(node, verb, lemma):
            self.context.weaken("future", verb)
        elif lemma in self.words["demanding"] and (wished or self._is_infinitive(node)):
            self.context.weaken("demanded", verb)
        elif lemma in self.words["hinting"] and node.dep_ == "ccomp":
            self._hinted(verb, flips)
        if lemma in self.words["raising"] or (lemma == "go" and self.context.modal is verb):
            self.context.negations += flips
        if lemma in self.words["saying"] and self.context.source is None:
            self.context.source = speaker(self.tree, verb)

    def _is_plan(self, node: Token, verb: Token, lemma: str) -> bool:
        """Tell plans from "decided that it was legal"; "set" and "schedule" promise only in the passive."""
        if lemma == "go":
            return verb.tag_ == "VBG" and node.dep_ == "xcomp"
        if lemma not in self.words["future"] or (lemma in {"set", "schedule"} and not is_passive(self.tree, verb)):
            return False
        return self._is_infinitive(node) or node.tag_ == "VBG" or lemma in self.words["foretelling"]

    def _is_infinitive(self, node: Token) -> bool:
        """False for a clause that has its own modal: what was told was that "we can call"."""
        modal = any(child.tag_ == "MD" for child in self.tree.children(node, "aux"))
        return node.dep_ == "xcomp" or (node.tag_ == "VB" and not modal)

    def _hinted(self, verb: Token, flips: list[Token]) -> None:
        """Read "evidence suggests that" and "no evidence suggests that"."""
        subject = find_subject(self.tree, verb)
        if subject is not None and self.tree.lemma(subject) in self.words["evidence"]:
            self.context.weaken("possible", verb)
            self.context.negations += flips or inside(self.tree, subject)

    def _under_noun(self, node: Token, noun: Token) -> None:
        """Read "the claim that", "no evidence that", "fears that", "a plan to"."""
        lemma = self.tree.lemma(noun)
        participle = node.dep_ in {"acl", "relcl"} and node.tag_ in {"VBN", "VBG"}
        if participle and self.tree.child(node, "aux", "auxpass", "mark") is None:
            # "a denial issued by": the clause is about the noun, not the noun about the clause.
            return
        if lemma in self.words["calls"]:
            self._called_for(noun)
        elif lemma in self.words["evidence"]:
            self.context.weaken("possible", noun)
            self.context.negations += evidence_negations(self.tree, noun)
        elif lemma in self.words["assertions"]:
            self._asserted(noun)
        elif lemma in self.words["doubting"]:
            self.context.weaken("possible", noun)
        elif lemma in self.words["plans"]:
            self.context.weaken("future", noun)
            self.context.negations += inside(self.tree, noun)
            if self.tree.lemma(noun.head) in self.words["denying"]:
                self._deny(noun.head, unless=own_negations(self.tree, noun.head))  # "denied plans to resign"
        elif lemma == "denial":
            self.context.denial = noun
        elif lemma in self.words["failures"]:
            self.context.negations.append(noun)

    def _asserted(self, noun: Token) -> None:
        """Read "rejected the claim that", "the false claim that", "called the claim that ... a lie" and "the claim that"."""
        own, above = own_negations(self.tree, noun.head), _above(noun)
        if self.tree.lemma(noun.head) in self.words["denying"]:
            self._deny(noun.head, unless=own)
        elif noun.head.lower_ == "against" and self.tree.lemma(above) in self.words["answering"]:
            self._deny(above, unless=own_negations(self.tree, above))  # "pushed back against claims that"
        elif untrue := self._untrue(noun):
            self.context.negations += untrue
        elif (denier := self._who_calls_untrue(noun)) is not None:
            self._deny(denier, unless=own)
        else:
            self.context.weaken("possible", noun)

    def _is_call(self, noun: Token, node: Token) -> bool:
        """Tell "every call to resign", which the parser may hang on the verb before."""
        infinitive = any(child.lower_ == "to" for child in self.tree.children(node, "aux"))
        return infinitive and node.i - noun.i == _TO_INFINITIVE and self.tree.lemma(noun) in self.words["calls"]

    def _called_for(self, noun: Token) -> None:
        """Read "a call to resign" and "rejected every call to resign"."""
        verb = noun.head
        turned_down = noun.dep_ == "dobj" and self.tree.lemma(verb) in self.words["turning_down"]
        if turned_down and not own_negations(self.tree, verb):
            self.context.negations.append(verb)
            self.context.source = self.context.source or speaker(self.tree, verb)
        else:
            self.context.weaken("demanded", noun)

    def _untrue(self, noun: Token) -> list[Token]:
        return [word for word in self.tree.children(noun, "amod") if self.tree.lemma(word) in self.words["untrue"]]

    def _who_calls_untrue(self, noun: Token) -> Token | None:
        """The verb of "called the report false", "described it as untrue" and of "said the report was false"."""
        verb = noun.head
        if self.tree.lemma(verb) == "be" and noun.dep_ == "nsubj" and verb.dep_ == "ccomp":
            state = self.tree.child(verb, "acomp", "attr")
            untrue = state is not None and self._is_untrue(state)
            return verb.head if untrue and self.tree.lemma(verb.head) in self.words["saying"] else None
        if self.tree.lemma(verb) not in self.words["judging"]:
            return None
        behind = [token for token in verb.subtree if token.i > verb.i and token.pos_ != "PUNCT"]
        words = (
            token for token in behind if token.i in {verb.i + 1, behind[-1].i} or token.nbor(-1).lower_ in {"as", "a"}
        )
        return verb if any(self._is_untrue(word) for word in words) else None

    def _is_untrue(self, word: Token) -> bool:
        return self.tree.lemma(word) in self.words["untrue"] | self.words["untruth"]

    def _under_adjective(self, adjective: Token) -> bool:
        """Read "is likely to", "it is unlikely that", "is due to", "was unable to"."""
        lemma = self.tree.lemma(adjective)
        if lemma in self.words["doubting"]:
            self.context.weaken("possible", adjective)
            self.context.negations += [adjective] if lemma in self.words["against"] else []
        elif lemma in self.words["future"] or lemma == "close":
            self.context.weaken("future", adjective)
        elif lemma in self.words["failures"] or lemma == "short":
            # "stopped short of endorsing"
            self.context.negations.append(adjective)
        if adjective.dep_ == "acomp" and lemma in self.words["raising"]:
            self.context.negations += own_negations(self.tree, adjective.head)
        return adjective.dep_ == "acomp"


def _above(node: Token) -> Token:
    """The governing word, over a preposition."""
    return node.head.head if node.head.dep_ == "prep" and node.dep_ in {"pcomp", "pobj"} else node.head
