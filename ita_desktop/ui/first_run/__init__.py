"""The first questions to a new office: at most six, each with a proposed answer."""
