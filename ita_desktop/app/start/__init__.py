"""How an office begins: new, sample, library of resources, self-test."""
