"""What else an editor wants of an article: claims with their figures, units and dates, and the names in it."""
