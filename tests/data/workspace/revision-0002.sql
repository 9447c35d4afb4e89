-- A workspace of revision 0002, as the version of evaltool that had this revision wrote it. Made-up figures.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE change (
	id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	session TEXT NOT NULL, 
	operation TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	reverts INTEGER, 
	prev_hash TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT uq_change_reverts UNIQUE (reverts), 
	CONSTRAINT fk_change_reverts FOREIGN KEY(reverts) REFERENCES change (id)
);
INSERT INTO "change" VALUES(1,'2024-01-09T09:01:00+08:00','王芳','s2','import','',NULL,'','2d703cf076d7640706d9a40ae62c5cb3ea1f8c52fbc6ea844d148ed08ba86f6a');
INSERT INTO "change" VALUES(2,'2024-01-09T09:02:00+08:00','王芳','s2','import','',NULL,'2d703cf076d7640706d9a40ae62c5cb3ea1f8c52fbc6ea844d148ed08ba86f6a','beb3ac9632f037b8769fa04618de75e6ca7c99b1ceb080a4d133c10184dc866a');
INSERT INTO "change" VALUES(3,'2024-01-09T09:03:00+08:00','王芳','s2','import','',NULL,'beb3ac9632f037b8769fa04618de75e6ca7c99b1ceb080a4d133c10184dc866a','e04a4102ffa8506f455626c4076360370bafd96960d49df8152f9123c7dc7bf2');
INSERT INTO "change" VALUES(4,'2024-01-09T09:04:00+08:00','王芳','s2','paste','',NULL,'e04a4102ffa8506f455626c4076360370bafd96960d49df8152f9123c7dc7bf2','4c5b7810056b4e1cf28c101e25f08add980614ccdb1c7625a7988286f7815e56');
INSERT INTO "change" VALUES(5,'2024-01-09T09:05:00+08:00','王芳','s2','record','',NULL,'4c5b7810056b4e1cf28c101e25f08add980614ccdb1c7625a7988286f7815e56','766090825b77a5975d7f1e5156ae6e2c1d46864e7fd6c7ab51331df8722391fa');
INSERT INTO "change" VALUES(6,'2024-01-09T09:06:00+08:00','王芳','s2','record','',NULL,'766090825b77a5975d7f1e5156ae6e2c1d46864e7fd6c7ab51331df8722391fa','903fdf130e7404b1821a2c76d762de0ada8c136ab0783cbf291d20abe65f544b');
INSERT INTO "change" VALUES(7,'2024-01-09T09:07:00+08:00','王芳','s2','record','',NULL,'903fdf130e7404b1821a2c76d762de0ada8c136ab0783cbf291d20abe65f544b','df520622e81dc3ea65d7e0571a6f3001fe75cbf9663e6505e6a56ccba0278661');
INSERT INTO "change" VALUES(8,'2024-01-09T09:08:00+08:00','王芳','s2','undo','',7,'df520622e81dc3ea65d7e0571a6f3001fe75cbf9663e6505e6a56ccba0278661','9bd262cd71aa04e47391d732585eeec2e1950aabc8f6661a27d541ac6f2c5ce8');
INSERT INTO "change" VALUES(9,'2024-01-09T09:09:00+08:00','王芳','s2','redo','',8,'9bd262cd71aa04e47391d732585eeec2e1950aabc8f6661a27d541ac6f2c5ce8','b2eefc0229da1f1d13b7d17da703e31f8264536104defa8b7cbe7273acd5ca3e');
INSERT INTO "change" VALUES(10,'2024-01-09T09:10:00+08:00','王芳','s2','undo','',9,'b2eefc0229da1f1d13b7d17da703e31f8264536104defa8b7cbe7273acd5ca3e','9bfcebffe8f6eeabe7fc575a4d12056a4aa057e2c5214b48c5bc52ade3e0ded2');
INSERT INTO "change" VALUES(11,'2024-01-09T09:11:00+08:00','王芳','s2','record','复核',NULL,'9bfcebffe8f6eeabe7fc575a4d12056a4aa057e2c5214b48c5bc52ade3e0ded2','b4369b01c00c959f870f163d74dc139bcc9384987266bbe8a4c322cc5b518577');
CREATE TABLE change_item (
	id INTEGER NOT NULL, 
	change_id INTEGER NOT NULL, 
	department TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	field TEXT NOT NULL, 
	old TEXT, 
	old_typed TEXT NOT NULL, 
	new TEXT, 
	new_typed TEXT NOT NULL, 
	CONSTRAINT pk_change_item PRIMARY KEY (id), 
	CONSTRAINT fk_change_item_change_id FOREIGN KEY(change_id) REFERENCES change (id)
);
INSERT INTO "change_item" VALUES(1,1,'["131001",2022]','[]','declared',NULL,'','{"code":"131001","inferred":["year"],"measures":[{"items":["（1）","（2）"],"text":"加强领导"}],"name":"中国人民政治协商会议巨鹿县委员会办公室本级","objective":"做好政协工作","objective_indicators":[{"key":["","总体绩效目标","","","提案交办率",1],"target":{"sense":"at_least","text":"95%","unit":"%","value":"95"}}],"objectives":[{"indicators":[{"key":["","（一）建言资政","","","提案交办率",1],"target":{"sense":"at_least","text":"95%","unit":"%","value":"95"}}],"source":{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1},"text":"开展专题协商","title":"（一）建言资政"},{"text":"提高能力","title":"（二）自身建设"}],"projects":[{"budget":"143.00","code":"13052922P00584010141N","fiscal":"143.00","indicators":[{"basis":"工作计划","description":"会议、培训次数","key":["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1],"source":{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1},"target":{"inferred":["sense"],"sense":"at_least","text":"4次","unit":"次","value":"4"}},{"key":["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1],"source":{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1},"target":{"sense":"at_least","text":"≥95%","unit":"%","value":"95"},"weight":"12.50"},{"key":["13052922P00584010141N","","产出指标","质量指标","室内温度",1],"target":{"sense":"between","text":"23.0±2℃","unit":"℃","upper":"25.0","value":"21.0"}},{"key":["13052922P00584010141N","","产出指标","时效指标","完成时间",1],"target":{"date":"2022-12-31","inferred":["year"],"sense":"by_date","text":"12月底前"}},{"key":["13052922P00584010141N","","产出指标","成本指标","经费成本",1],"target":{"inferred":["sense"],"sense":"at_most","text":"143万元","unit":"万元","value":"143.00"}},{"key":["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1],"target":{"sense":"qualitative","text":"有效提高委员参政议政"}}],"name":"专项运转保障经费","objectives":["保障运转"],"plan":[{"amount":"35.75","month":3,"percent":"25","text":"35.75"},{"amount":"71.50","month":6,"percent":"50","text":"71.50"},{"amount":"119.00","month":10,"percent":"83.22","text":"119.00"},{"amount":"143.00","month":12,"percent":"100","text":"143.00"}],"purpose":"运转","source":{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}}],"source":{"file":"巨鹿县政协-2022.txt"},"year":2022}','');
INSERT INTO "change_item" VALUES(2,2,'["131002",2020]','[]','declared',NULL,'','{"code":"131002","name":"北戴河区委员会","projects":[{"code":"1","name":"旧项目"}],"year":2020}','');
INSERT INTO "change_item" VALUES(3,3,'["131002",2020]','[]','declared','{"code":"131002","name":"北戴河区委员会","projects":[{"code":"1","name":"旧项目"}],"year":2020}','','{"code":"131002","name":"中国人民政治协商会议河北省秦皇岛市北戴河区委员会","projects":[{"budget":"2.00","code":"1","name":"新项目"}],"year":2020}','');
INSERT INTO "change_item" VALUES(4,4,'["131001",2022]','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','actual',NULL,'','{"unit":"次","value":"3"}','3次');
INSERT INTO "change_item" VALUES(5,4,'["131001",2022]','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','reason',NULL,'','疫情','');
INSERT INTO "change_item" VALUES(6,4,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual',NULL,'','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(7,4,'["131001",2022]','["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','actual',NULL,'','{"band":"met"}','达成');
INSERT INTO "change_item" VALUES(8,4,'["131001",2022]','["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','share',NULL,'','90','90');
INSERT INTO "change_item" VALUES(9,4,'["131001",2022]','["13052922P00584010141N","","产出指标","时效指标","完成时间",1]','actual',NULL,'','{"date":"2022-12-20"}','12月20日');
INSERT INTO "change_item" VALUES(10,4,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','adjusted',NULL,'','{"approval":"财预〔2022〕7号","date":"2022-09-01","target":{"sense":"at_most","unit":"万元","value":"150.00"}}','150万元');
INSERT INTO "change_item" VALUES(11,5,'["131001",2022]','["13052922P00584010141N"]','money.adjusted.total',NULL,'','143','143');
INSERT INTO "change_item" VALUES(12,5,'["131001",2022]','["13052922P00584010141N"]','money.spent.total',NULL,'','138.6','138.6万元');
INSERT INTO "change_item" VALUES(13,5,'["131001",2022]','["13052922P00584010141N"]','checkpoint.6',NULL,'','70.00','');
INSERT INTO "change_item" VALUES(14,5,'["131001",2022]','["13052922P00584010141N"]','achieved',NULL,'','完成了年度任务
第二行','');
INSERT INTO "change_item" VALUES(15,6,'["131001",2022]','[]','people.preparer',NULL,'','李伟','');
INSERT INTO "change_item" VALUES(16,6,'["131001",2022]','[]','basic_budget',NULL,'','400.1234567890123456789012345678901234567890','');
INSERT INTO "change_item" VALUES(17,6,'["131001",2022]','[]','achieved:总体绩效目标',NULL,'','全部完成','');
INSERT INTO "change_item" VALUES(18,6,'["131001",2022]','[]','rulebook',NULL,'','national-2020','');
INSERT INTO "change_item" VALUES(19,6,'["131001",2022]','["","总体绩效目标","","","提案交办率",1]','actual',NULL,'','{"value":"98"}','98');
INSERT INTO "change_item" VALUES(20,6,'["131001",2022]','["","（一）建言资政","","","提案交办率",1]','state',NULL,'','not_applicable','');
INSERT INTO "change_item" VALUES(21,7,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"unit":"%","value":"96"}','96%','{"value":"97.5"}','97.5');
INSERT INTO "change_item" VALUES(22,8,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"value":"97.5"}','97.5','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(23,9,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"unit":"%","value":"96"}','96%','{"value":"97.5"}','97.5');
INSERT INTO "change_item" VALUES(24,10,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"value":"97.5"}','97.5','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(25,11,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','override',NULL,'','{"reason":"另有说明","score":"11","who":"审核人"}','');
INSERT INTO "change_item" VALUES(26,11,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','weight',NULL,'','12.5','');
CREATE TABLE checkpoint (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	month INTEGER NOT NULL, 
	amount TEXT, 
	percent TEXT, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_checkpoint PRIMARY KEY (id), 
	CONSTRAINT fk_checkpoint_project_id FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE
);
INSERT INTO "checkpoint" VALUES(1,1,0,3,'35.75','25','35.75');
INSERT INTO "checkpoint" VALUES(2,1,1,6,'71.50','50','71.50');
INSERT INTO "checkpoint" VALUES(3,1,2,10,'119.00','83.22','119.00');
INSERT INTO "checkpoint" VALUES(4,1,3,12,'143.00','100','143.00');
CREATE TABLE department (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	objective TEXT NOT NULL, 
	inferred TEXT NOT NULL, 
	source TEXT, 
	CONSTRAINT pk_department PRIMARY KEY (id), 
	CONSTRAINT uq_department_code_year UNIQUE (code, year)
);
INSERT INTO "department" VALUES(1,'131001',2022,'中国人民政治协商会议巨鹿县委员会办公室本级','做好政协工作','["year"]','{"file":"巨鹿县政协-2022.txt"}');
INSERT INTO "department" VALUES(2,'131002',2020,'中国人民政治协商会议河北省秦皇岛市北戴河区委员会','','[]',NULL);
CREATE TABLE indicator (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	project_id INTEGER, 
	objective_id INTEGER, 
	position INTEGER NOT NULL, 
	project TEXT NOT NULL, 
	objective TEXT NOT NULL, 
	level1 TEXT NOT NULL, 
	level2 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	sense TEXT NOT NULL, 
	value TEXT, 
	upper TEXT, 
	unit TEXT NOT NULL, 
	day DATE, 
	inferred TEXT NOT NULL, 
	text TEXT NOT NULL, 
	description TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	weight TEXT, 
	source TEXT, 
	subject TEXT NOT NULL, 
	CONSTRAINT pk_indicator PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE, 
	CONSTRAINT fk_indicator_project_id FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_indicator_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE CASCADE
);
INSERT INTO "indicator" VALUES(1,1,NULL,NULL,0,'','总体绩效目标','','','提案交办率',1,'at_least','95',NULL,'%',NULL,'[]','95%','','',NULL,NULL,'["","总体绩效目标","","","提案交办率",1]');
INSERT INTO "indicator" VALUES(2,1,NULL,1,0,'','（一）建言资政','','','提案交办率',1,'at_least','95',NULL,'%',NULL,'[]','95%','','',NULL,NULL,'["","（一）建言资政","","","提案交办率",1]');
INSERT INTO "indicator" VALUES(3,1,1,NULL,0,'13052922P00584010141N','','产出指标','数量指标','会议培训次数',1,'at_least','4',NULL,'次',NULL,'["sense"]','4次','会议、培训次数','工作计划',NULL,'{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]');
INSERT INTO "indicator" VALUES(4,1,1,NULL,1,'13052922P00584010141N','','产出指标','质量指标','经费支付及时率',1,'at_least','95',NULL,'%',NULL,'[]','≥95%','','','12.50','{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]');
INSERT INTO "indicator" VALUES(5,1,1,NULL,2,'13052922P00584010141N','','产出指标','质量指标','室内温度',1,'between','21.0','25.0','℃',NULL,'[]','23.0±2℃','','',NULL,NULL,'["13052922P00584010141N","","产出指标","质量指标","室内温度",1]');
INSERT INTO "indicator" VALUES(6,1,1,NULL,3,'13052922P00584010141N','','产出指标','时效指标','完成时间',1,'by_date',NULL,NULL,'','2022-12-31','["year"]','12月底前','','',NULL,NULL,'["13052922P00584010141N","","产出指标","时效指标","完成时间",1]');
INSERT INTO "indicator" VALUES(7,1,1,NULL,4,'13052922P00584010141N','','产出指标','成本指标','经费成本',1,'at_most','143.00',NULL,'万元',NULL,'["sense"]','143万元','','',NULL,NULL,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]');
INSERT INTO "indicator" VALUES(8,1,1,NULL,5,'13052922P00584010141N','','效益指标','社会效益指标','委员履职能力提升',1,'qualitative',NULL,NULL,'',NULL,'[]','有效提高委员参政议政','','',NULL,NULL,'["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]');
CREATE TABLE measure (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	items TEXT NOT NULL, 
	CONSTRAINT pk_measure PRIMARY KEY (id), 
	CONSTRAINT fk_measure_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);
INSERT INTO "measure" VALUES(1,1,0,'加强领导','["（1）","（2）"]');
CREATE TABLE objective (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	source TEXT, 
	CONSTRAINT pk_objective PRIMARY KEY (id), 
	CONSTRAINT fk_objective_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);
INSERT INTO "objective" VALUES(1,1,0,'（一）建言资政','开展专题协商','{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}');
INSERT INTO "objective" VALUES(2,1,1,'（二）自身建设','提高能力',NULL);
CREATE TABLE project (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	budget TEXT, 
	fiscal TEXT, 
	other TEXT, 
	purpose TEXT NOT NULL, 
	objectives TEXT NOT NULL, 
	source TEXT, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT fk_project_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);
INSERT INTO "project" VALUES(1,1,0,'13052922P00584010141N','专项运转保障经费','万元','143.00','143.00',NULL,'运转','["保障运转"]','{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}');
INSERT INTO "project" VALUES(2,2,0,'1','新项目','万元','2.00',NULL,NULL,'','[]',NULL);
CREATE TABLE record (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT NOT NULL, 
	typed TEXT NOT NULL, 
	CONSTRAINT pk_record PRIMARY KEY (id), 
	CONSTRAINT uq_record_department_id_subject_field UNIQUE (department_id, subject, field), 
	CONSTRAINT fk_record_department_id FOREIGN KEY(department_id) REFERENCES department (id)
);
INSERT INTO "record" VALUES(1,1,'["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','actual','{"unit":"次","value":"3"}','3次');
INSERT INTO "record" VALUES(2,1,'["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','reason','疫情','');
INSERT INTO "record" VALUES(3,1,'["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"unit":"%","value":"96"}','96%');
INSERT INTO "record" VALUES(4,1,'["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','actual','{"band":"met"}','达成');
INSERT INTO "record" VALUES(5,1,'["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','share','90','90');
INSERT INTO "record" VALUES(6,1,'["13052922P00584010141N","","产出指标","时效指标","完成时间",1]','actual','{"date":"2022-12-20"}','12月20日');
INSERT INTO "record" VALUES(7,1,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','adjusted','{"approval":"财预〔2022〕7号","date":"2022-09-01","target":{"sense":"at_most","unit":"万元","value":"150.00"}}','150万元');
INSERT INTO "record" VALUES(8,1,'["13052922P00584010141N"]','money.adjusted.total','143','143');
INSERT INTO "record" VALUES(9,1,'["13052922P00584010141N"]','money.spent.total','138.6','138.6万元');
INSERT INTO "record" VALUES(10,1,'["13052922P00584010141N"]','checkpoint.6','70.00','');
INSERT INTO "record" VALUES(11,1,'["13052922P00584010141N"]','achieved','完成了年度任务
第二行','');
INSERT INTO "record" VALUES(12,1,'[]','people.preparer','李伟','');
INSERT INTO "record" VALUES(13,1,'[]','basic_budget','400.1234567890123456789012345678901234567890','');
INSERT INTO "record" VALUES(14,1,'[]','achieved:总体绩效目标','全部完成','');
INSERT INTO "record" VALUES(15,1,'[]','rulebook','national-2020','');
INSERT INTO "record" VALUES(16,1,'["","总体绩效目标","","","提案交办率",1]','actual','{"value":"98"}','98');
INSERT INTO "record" VALUES(17,1,'["","（一）建言资政","","","提案交办率",1]','state','not_applicable','');
INSERT INTO "record" VALUES(18,1,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','override','{"reason":"另有说明","score":"11","who":"审核人"}','');
INSERT INTO "record" VALUES(19,1,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','weight','12.5','');
CREATE INDEX ix_objective_department_id ON objective (department_id);
CREATE INDEX ix_measure_department_id ON measure (department_id);
CREATE INDEX ix_project_department_id ON project (department_id);
CREATE INDEX ix_change_item_department_subject_field ON change_item (department, subject, field);
CREATE INDEX ix_change_item_change_id ON change_item (change_id);
CREATE INDEX ix_checkpoint_project_id ON checkpoint (project_id);
CREATE INDEX ix_indicator_project_id ON indicator (project_id);
CREATE INDEX ix_indicator_department_id_subject ON indicator (department_id, subject);
CREATE INDEX ix_indicator_objective_id ON indicator (objective_id);
COMMIT;
