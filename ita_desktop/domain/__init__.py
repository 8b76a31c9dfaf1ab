"""What an assessment is: pure values and rules.

Rule of this floor: no file, no clock, no library; "today" is an argument. Texts that a user typed are kept as typed.
"""
