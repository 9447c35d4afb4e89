"""The screens of the workbench, each with its style sheet beside it."""
