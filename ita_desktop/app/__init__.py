"""What a user can do, without a window.

Rule of this floor: no Qt; every change goes through the Workspace as one transaction and one undo step.
"""
