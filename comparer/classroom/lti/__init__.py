"""LTI 1.3: learning platforms send teachers and students here, and take grades back."""
