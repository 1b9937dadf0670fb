"""Pages of the library for those who read and look for pieces."""
