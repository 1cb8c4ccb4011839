"""Matrix: rooms on any homeserver, encrypted where the room is.

matrix-nio speaks HTTP, parses and encrypts; the loop, the sync token and the inbox are our own.
"""
