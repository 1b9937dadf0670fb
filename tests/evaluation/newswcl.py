"""A tiny set in the form of NewsWCL50.conll, about invented events."""

from __future__ import annotations

from pathlib import Path

Row = tuple[str, str]
LEFT: list[list[Row]] = [
    [("Mayor", "(0_Ann_ACTOR"), ("Ann", "-"), ("Lee", "0_Ann_ACTOR)"), ("left", "-"), ("Orsa", "(0_Orsa_COUNTRY)")],
    [("\\n", "-"), ("Lee", "(0_Ann_ACTOR)"), ("shut", "(0_Shut_ACTION"), ("it", "0_Shut_ACTION)"), (".", "-")],
]
RIGHT: list[list[Row]] = [
    [("Ann", "(0_Ann_ACTOR"), ("Lee", "0_Ann_ACTOR)"), ("shut", "(0_Shut_ACTION"), ("down", "0_Shut_ACTION)")],
    [("A", "(0_Dan_ACTOR"), ("Dan", "(0_Dan-I_ACTOR)| -"), ("Roe", "0_Dan_ACTOR)"), ("came", "-"), (".", "-")],
]


def document(name: str, sentences: list[list[Row]], event: str = "0") -> str:
    rows = [
        f"{event}/-/{name}\t{number}\t{position}\t{token}\t{mark}\t"
        for number, sentence in enumerate(sentences)
        for position, (token, mark) in enumerate(sentence)
    ]
    return "\n".join([f"#begin document {event}/-/{name}; part 000", *rows, "", "#end document", ""])


def write_conll(folder: Path, *documents: str) -> Path:
    path = folder / "news.conll"
    path.write_text("".join(documents), encoding="utf-8")
    return path
