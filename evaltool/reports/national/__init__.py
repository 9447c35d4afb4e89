"""项目支出绩效自评表 in the national form."""
