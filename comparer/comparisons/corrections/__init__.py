"""What people put right: rows on stable anchors, laid over a report that never changes itself."""
