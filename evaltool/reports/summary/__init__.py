"""部门汇总: a department on one sheet: its projects, grades, levels, own objectives, doubts and evidence."""
