"""Think and write: prompts about these two pieces, marked by a person."""

from __future__ import annotations

from comparer.classroom.content import Item
from comparer.classroom.making.material import RANK, Material, both

FRAMING = frozenset({"naming", "wording", "voice", "attribution", "certainty", "agency", "emphasis"})
RUBRIC = (
    "0: no answer, or nothing about the two pieces. "
    "1: an opinion without words from the pieces. "
    "2: names at least one word or passage of each piece. "
    "3: names words of both pieces and says what they do to a reader."
)


def make_reflect(material: Material) -> tuple[Item, ...]:
    """Return two or three prompts; the first about a pair of passages of these pieces, where one differs in framing."""
    framed = [one for one in material.report.differences if one.kind in FRAMING and one.verdict == "differs"]
    found = next(iter(material.passages(sorted(framed, key=lambda one: RANK[one.sureness]))), None)
    prompts: list[tuple[str, tuple[str, ...]]] = []
    if found:
        asks = "Both passages tell of the same thing. What would a reader think who saw only one of them?"
        prompts.append((f"{asks}\n{both(*found[:2])}", (found[0].id, found[1].id)))
    prompts += [
        ("Which two or three words work hardest on the reader? Say for each what it makes you feel or think.", ()),
        ("Suppose that you had read the second piece only. What would you not know, or know wrongly?", ()),
    ]
    return tuple(Item(f"i{at}", "text", shown, lines=lines) for at, (shown, lines) in enumerate(prompts, start=1))
