"""The office's file and the files beside it: the only place with SQL.

Rule of this floor: rows in, domain values out; no text for the user beyond what an error must carry.
"""
