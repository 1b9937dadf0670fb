"""Models loaded once for all analysis tests."""

from __future__ import annotations

import pytest
from spacy.language import Language

from comparer.analysis.tools import Tools, load_nlp, load_tools


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_nlp()


@pytest.fixture(scope="session")
def tools() -> Tools:
    return load_tools()
