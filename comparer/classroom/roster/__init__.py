"""A class list: who may come in by a code of their own, known by name to the teacher and to nobody else."""
