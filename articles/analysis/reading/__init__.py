"""One article made ready for analysis: its words, cues, passages in marks, and what is wrong with them."""
