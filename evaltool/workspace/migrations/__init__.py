"""How a workspace of an earlier version becomes one of this version.

Each file under `versions` is one step and is never changed once it has been published. The steps speak
plain SQL types: the tables of today may look otherwise than the ones that a step made.
"""
