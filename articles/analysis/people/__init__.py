"""Who is mentioned in an article, and whom the subject of a cue means: names, offices, pronouns, the roster."""
