"""How right the analysis is, measured on public data that is not part of the project, and on the project's own.

A task is a module of its own with its definition and one function `evaluate_...`: articles, minimal, judged, agreement,
annotated and confidence on texts that people marked; attribution (PolNeAR), loaded (BABE), ranking (news_ecb),
propositions (QA-ALIGN), numbers (EQUATE) and naming (NewsWCL50) on public sets. The readers of their formats are gold,
twice, annotations, polnear, babe, news_ecb, qa_align, equate and newswcl; they raise BadDataError with one plain
sentence. Everything is counted in tally, resampled in bootstrap, and becomes a Table of tasks.
"""
