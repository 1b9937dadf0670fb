"""How right the analysis is: the measured figures as a page, a table for the README, and what a word of sureness means."""
