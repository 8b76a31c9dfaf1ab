"""Reading a text without judging it: years, dates, figures, names, ids and broken letters, each with its place."""
