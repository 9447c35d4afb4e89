"""The rules: pure, exact, and able to show their working. Imports the standard library and nothing else."""
