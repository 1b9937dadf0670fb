"""Pages of comparisons, one module per thing a person does."""
