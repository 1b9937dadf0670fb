"""Word lists that admins lay over those that ship with the analysis, in versions."""
