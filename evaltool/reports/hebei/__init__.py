"""项目支出绩效自评表 as Hebei prints it: four sections, the target in three columns, scores out of 100."""
