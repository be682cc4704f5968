"""Which words are somebody's, and whose: passages in marks credited, reported clauses found."""
