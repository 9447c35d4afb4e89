"""The command line: an API. Stdout is the answer, stderr is narration, exit codes say how it went."""
