"""The commands, a few to a module. What they need is loaded when they run, so that help costs nothing."""
