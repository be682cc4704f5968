"""When, where, on what occasion, to whom, through whom and in whose name something was said."""
