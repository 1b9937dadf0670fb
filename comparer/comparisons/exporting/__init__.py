"""What leaves the site as a file: pure functions from a comparison's report to a document in somebody else's format."""
