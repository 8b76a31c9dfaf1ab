"""The way through one fiscal year: steps, calendar, roll-over."""
