"""How long the work takes: `make bench`. No test, for times depend on the machine and on what else it does."""
