"""A tiny corpus in PolNeAR's format, all invented."""

from __future__ import annotations

from pathlib import Path

TEXT = (
    "Ferry sinks off Lindhaven\n\nThe fire chief said two crew members were missing. The pier, police said, is shut.\n"
)
GOLD = [
    ("The fire chief", "said", "two crew members were missing"),
    ("police", "said,", "The pier|is shut"),
]


def annotation(text: str = TEXT, gold: list[tuple[str, str, str]] | None = None) -> str:
    """Return brat stand-off lines; "|" parts discontinuous content."""
    lines: list[str] = []
    for number, (source, cue, content) in enumerate(GOLD if gold is None else gold):
        after = text.index(source)
        spans = [_spans(text, source, after), _spans(text, cue, after), _spans(text, content, 0)]
        keys = [f"T{4 * number + i}" for i in (1, 2, 3)]
        for key, role, span in zip(keys, ("Source", "Cue", "Content"), spans, strict=True):
            lines.append(f"{key}\t{role} {span}\twords")
        lines.append(f"E{number}\tAttribution:T99 Content:{keys[2]} Cue:{keys[1]} Source:{keys[0]}")
    return "\n".join(lines)


def _spans(text: str, words: str, after: int) -> str:
    starts = [(text.index(part, after), part) for part in words.split("|")]
    return ";".join(f"{start} {start + len(part)}" for start, part in starts)


def write_corpus(folder: Path, articles: dict[str, tuple[str, str]]) -> Path:
    """Write NAME -> (text, annotation) and return the folder."""
    for name, (text, stand_off) in articles.items():
        for kind, file, content in (("text", f"{name}.txt", text), ("attributions", f"{name}_ab12.ann", stand_off)):
            (folder / kind).mkdir(parents=True, exist_ok=True)
            (folder / kind / file).write_text(content, encoding="utf-8")
    return folder
