"""The library: outlets, collections and the pieces in them, with their versions; who may see and do what."""
