"""What the publisher sends on a stick, brought in through the window: a newer program, and rules of a year."""
