"""The five real files. They lie beside the checkout and may not be copied into it; tests that need them say so."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real files are not beside the checkout")


def seed(number: str) -> Path:
    """The file whose name begins with this number, "000" to "004"."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path
