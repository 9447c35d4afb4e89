"""部门（单位）整体支出绩效自评表: a department's own objectives, its money and its projects on one form."""
