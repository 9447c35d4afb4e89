"""部门汇总: a department on one sheet, its projects, levels and own objectives."""
