-- A workspace of revision 0003, as the version of evaltool that had this revision wrote it. Made-up figures.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
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
INSERT INTO "change" VALUES(1,'2024-06-03T09:01:00+08:00','王芳','s3','import','',NULL,'','07b63535ba469a579359922092d565d48cfd8ff725b3112da984ec883b2e925d');
INSERT INTO "change" VALUES(2,'2024-06-03T09:02:00+08:00','王芳','s3','import','',NULL,'07b63535ba469a579359922092d565d48cfd8ff725b3112da984ec883b2e925d','84c1cdf6c3ca50f479dbe2d1496e6ad7890b3e0433191d149537ee53c485ef58');
INSERT INTO "change" VALUES(3,'2024-06-03T09:03:00+08:00','王芳','s3','import','',NULL,'84c1cdf6c3ca50f479dbe2d1496e6ad7890b3e0433191d149537ee53c485ef58','4d538342f45f03e08b9bc88aab9f227fbb5e0ec1a56eac38a070a3c0409e6bab');
INSERT INTO "change" VALUES(4,'2024-06-03T09:04:00+08:00','王芳','s3','paste','',NULL,'4d538342f45f03e08b9bc88aab9f227fbb5e0ec1a56eac38a070a3c0409e6bab','5c88b386b4d7bec90f92841aa03daeae6317d2e295338a49ed4ea9d39ee985e3');
INSERT INTO "change" VALUES(5,'2024-06-03T09:05:00+08:00','王芳','s3','record','',NULL,'5c88b386b4d7bec90f92841aa03daeae6317d2e295338a49ed4ea9d39ee985e3','bfdd3a7a88179009bcbb58e70f3435b51392acf522224dc0c66da5ac7df5f9d2');
INSERT INTO "change" VALUES(6,'2024-06-03T09:06:00+08:00','王芳','s3','record','',NULL,'bfdd3a7a88179009bcbb58e70f3435b51392acf522224dc0c66da5ac7df5f9d2','3c9e56519e2a51dfce5ea4552089e29a8bb0947dd0e91260e1e3a01de2514956');
INSERT INTO "change" VALUES(7,'2024-06-03T09:07:00+08:00','王芳','s3','rulebook','',NULL,'3c9e56519e2a51dfce5ea4552089e29a8bb0947dd0e91260e1e3a01de2514956','782e09096570d48007a303f0ea708338dc45ed7771c6acd1269951f930d13e82');
INSERT INTO "change" VALUES(8,'2024-06-03T09:08:00+08:00','王芳','s3','record','',NULL,'782e09096570d48007a303f0ea708338dc45ed7771c6acd1269951f930d13e82','22be01b855167de160a3c08647385ae46ca34fd275018d9f52cc84eab61599b2');
INSERT INTO "change" VALUES(9,'2024-06-03T09:09:00+08:00','王芳','s3','undo','',8,'22be01b855167de160a3c08647385ae46ca34fd275018d9f52cc84eab61599b2','703517a00b345527f757e97338b237e97352adcb3d3a580669d69d097069cd24');
INSERT INTO "change" VALUES(10,'2024-06-03T09:10:00+08:00','王芳','s3','redo','',9,'703517a00b345527f757e97338b237e97352adcb3d3a580669d69d097069cd24','138f3b8b65b90e1eed3b5437681b59bf84c62bcab0a08e5bec0a601745f39f64');
INSERT INTO "change" VALUES(11,'2024-06-03T09:11:00+08:00','王芳','s3','undo','',10,'138f3b8b65b90e1eed3b5437681b59bf84c62bcab0a08e5bec0a601745f39f64','3848908b01d9c0f62ba36c6994bac3b5f8b5fda3d314cb58c2e701b1b6cbdb85');
INSERT INTO "change" VALUES(12,'2024-06-03T09:12:00+08:00','王芳','s3','record','复核',NULL,'3848908b01d9c0f62ba36c6994bac3b5f8b5fda3d314cb58c2e701b1b6cbdb85','4d1fec45ef5cad3b9b180427ac787c7d89ffeae7468425b70d7807d60e98a144');
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
INSERT INTO "change_item" VALUES(2,1,'["131001",2022]','[]','findings',NULL,'','[{"code":"text.repaired","facts":{"read":"95%","text":"≥9595%及以上"},"severity":"warning","source":{"file":"巨鹿县政协-2022.txt","line":9},"subject":{"field":"target","indicator":["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1],"project":"13052922P00584010141N"}}]','');
INSERT INTO "change_item" VALUES(3,2,'["131002",2020]','[]','declared',NULL,'','{"code":"131002","name":"北戴河区委员会","projects":[{"code":"1","name":"旧项目"}],"year":2020}','');
INSERT INTO "change_item" VALUES(4,3,'["131002",2020]','[]','declared','{"code":"131002","name":"北戴河区委员会","projects":[{"code":"1","name":"旧项目"}],"year":2020}','','{"code":"131002","name":"北戴河区委员会","projects":[{"budget":"2.00","code":"1","name":"新项目"}],"year":2020}','');
INSERT INTO "change_item" VALUES(5,4,'["131001",2022]','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','actual',NULL,'','{"unit":"次","value":"3"}','3次');
INSERT INTO "change_item" VALUES(6,4,'["131001",2022]','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]','reason',NULL,'','疫情','');
INSERT INTO "change_item" VALUES(7,4,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual',NULL,'','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(8,4,'["131001",2022]','["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','actual',NULL,'','{"band":"met"}','达成');
INSERT INTO "change_item" VALUES(9,4,'["131001",2022]','["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]','share',NULL,'','90','90');
INSERT INTO "change_item" VALUES(10,4,'["131001",2022]','["13052922P00584010141N","","产出指标","时效指标","完成时间",1]','actual',NULL,'','{"date":"2022-12-20"}','12月20日');
INSERT INTO "change_item" VALUES(11,4,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','adjusted',NULL,'','{"approval":"财预〔2022〕7号","date":"2022-09-01","target":{"sense":"at_most","unit":"万元","value":"150.00"}}','150万元');
INSERT INTO "change_item" VALUES(12,5,'["131001",2022]','["13052922P00584010141N"]','money.adjusted.total',NULL,'','143','143');
INSERT INTO "change_item" VALUES(13,5,'["131001",2022]','["13052922P00584010141N"]','money.spent.total',NULL,'','138.6','138.6万元');
INSERT INTO "change_item" VALUES(14,5,'["131001",2022]','["13052922P00584010141N"]','checkpoint.6',NULL,'','70.00','');
INSERT INTO "change_item" VALUES(15,5,'["131001",2022]','["13052922P00584010141N"]','achieved',NULL,'','完成了年度任务
第二行','');
INSERT INTO "change_item" VALUES(16,6,'["131001",2022]','[]','people.preparer',NULL,'','李伟','');
INSERT INTO "change_item" VALUES(17,6,'["131001",2022]','[]','basic_budget',NULL,'','400.1234567890123456789012345678901234567890','');
INSERT INTO "change_item" VALUES(18,6,'["131001",2022]','[]','achieved:总体绩效目标',NULL,'','全部完成','');
INSERT INTO "change_item" VALUES(19,6,'["131001",2022]','[]','rulebook',NULL,'','national-2020','');
INSERT INTO "change_item" VALUES(20,6,'["131001",2022]','["","总体绩效目标","","","提案交办率",1]','actual',NULL,'','{"value":"98"}','98');
INSERT INTO "change_item" VALUES(21,6,'["131001",2022]','["","（一）建言资政","","","提案交办率",1]','state',NULL,'','not_applicable','');
INSERT INTO "change_item" VALUES(22,7,'["131001",2022]','[]','rulebook','national-2020','','794ef92d8571','项目支出绩效自评（财预〔2020〕10号）');
INSERT INTO "change_item" VALUES(23,8,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"unit":"%","value":"96"}','96%','{"value":"97.5"}','97.5');
INSERT INTO "change_item" VALUES(24,9,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"value":"97.5"}','97.5','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(25,10,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"unit":"%","value":"96"}','96%','{"value":"97.5"}','97.5');
INSERT INTO "change_item" VALUES(26,11,'["131001",2022]','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]','actual','{"value":"97.5"}','97.5','{"unit":"%","value":"96"}','96%');
INSERT INTO "change_item" VALUES(27,12,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','override',NULL,'','{"reason":"另有说明","score":"11","who":"审核人"}','');
INSERT INTO "change_item" VALUES(28,12,'["131001",2022]','["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','weight',NULL,'','12.5','');
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
INSERT INTO "department" VALUES(2,'131002',2020,'北戴河区委员会','','[]',NULL);
CREATE TABLE finding (
	id INTEGER NOT NULL, 
	department_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	severity TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	source TEXT, 
	CONSTRAINT pk_finding PRIMARY KEY (id), 
	CONSTRAINT fk_finding_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE
);
INSERT INTO "finding" VALUES(1,1,0,'text.repaired','warning','{"field":"target","indicator":["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1],"project":"13052922P00584010141N"}','{"read":"95%","text":"≥9595%及以上"}','{"file":"巨鹿县政协-2022.txt","line":9}');
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
	nominal TEXT, 
	steps TEXT, 
	CONSTRAINT pk_indicator PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE, 
	CONSTRAINT fk_indicator_project_id FOREIGN KEY(project_id) REFERENCES project (id) ON DELETE CASCADE, 
	CONSTRAINT fk_indicator_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE CASCADE
);
INSERT INTO "indicator" VALUES(1,1,NULL,NULL,0,'','总体绩效目标','','','提案交办率',1,'at_least','95',NULL,'%',NULL,'[]','95%','','',NULL,NULL,'["","总体绩效目标","","","提案交办率",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(2,1,NULL,1,0,'','（一）建言资政','','','提案交办率',1,'at_least','95',NULL,'%',NULL,'[]','95%','','',NULL,NULL,'["","（一）建言资政","","","提案交办率",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(3,1,1,NULL,0,'13052922P00584010141N','','产出指标','数量指标','会议培训次数',1,'at_least','4',NULL,'次',NULL,'["sense"]','4次','会议、培训次数','工作计划',NULL,'{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}','["13052922P00584010141N","","产出指标","数量指标","会议培训次数",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(4,1,1,NULL,1,'13052922P00584010141N','','产出指标','质量指标','经费支付及时率',1,'at_least','95',NULL,'%',NULL,'[]','≥95%','','','12.50','{"file":"巨鹿县政协-2022.txt","line":41,"row":3,"table":1}','["13052922P00584010141N","","产出指标","质量指标","经费支付及时率",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(5,1,1,NULL,2,'13052922P00584010141N','','产出指标','质量指标','室内温度',1,'between','21.0','25.0','℃',NULL,'[]','23.0±2℃','','',NULL,NULL,'["13052922P00584010141N","","产出指标","质量指标","室内温度",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(6,1,1,NULL,3,'13052922P00584010141N','','产出指标','时效指标','完成时间',1,'by_date',NULL,NULL,'','2022-12-31','["year"]','12月底前','','',NULL,NULL,'["13052922P00584010141N","","产出指标","时效指标","完成时间",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(7,1,1,NULL,4,'13052922P00584010141N','','产出指标','成本指标','经费成本',1,'at_most','143.00',NULL,'万元',NULL,'["sense"]','143万元','','',NULL,NULL,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]',NULL,NULL);
INSERT INTO "indicator" VALUES(8,1,1,NULL,5,'13052922P00584010141N','','效益指标','社会效益指标','委员履职能力提升',1,'qualitative',NULL,NULL,'',NULL,'[]','有效提高委员参政议政','','',NULL,NULL,'["13052922P00584010141N","","效益指标","社会效益指标","委员履职能力提升",1]',NULL,NULL);
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
INSERT INTO "record" VALUES(15,1,'[]','rulebook','794ef92d8571','项目支出绩效自评（财预〔2020〕10号）');
INSERT INTO "record" VALUES(16,1,'["","总体绩效目标","","","提案交办率",1]','actual','{"value":"98"}','98');
INSERT INTO "record" VALUES(17,1,'["","（一）建言资政","","","提案交办率",1]','state','not_applicable','');
INSERT INTO "record" VALUES(18,1,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','override','{"reason":"另有说明","score":"11","who":"审核人"}','');
INSERT INTO "record" VALUES(19,1,'["13052922P00584010141N","","产出指标","成本指标","经费成本",1]','weight','12.5','');
CREATE TABLE rulebook (
	hash TEXT NOT NULL, 
	id TEXT NOT NULL, 
	version TEXT NOT NULL, 
	title TEXT NOT NULL, 
	content TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT pk_rulebook PRIMARY KEY (hash)
);
INSERT INTO "rulebook" VALUES('794ef92d8571','national-2020','1','项目支出绩效自评（财预〔2020〕10号）','id = "national-2020"
version = "1"
title = "项目支出绩效自评（财预〔2020〕10号）"
effective = { from = 2020-02-25 }

[execution.points]
value = 10
cite = "财预〔2020〕10号：预算执行率 10 分"
evidence = ["form", "unverified"]

[execution.method]
value = "proportion"
cite = "自评表：执行率得分 = 分值 × min(1, 全年执行数 ÷ 全年预算数)"
evidence = ["form", "system"]

[execution.steps]
value = { at_least = [[100, 100], [80, 70], [60, 50]] }
cite = "仅 method = \"steps\" 时使用：执行率（%）达到多少，得分值的百分之几"
evidence = ["unverified"]

[execution.finished]
value = "no_matter"
cite = "自评表：执行率得分只看金额，不看项目是否完成；full_within_budget 只在 method = \"steps\" 时起作用"
evidence = ["form"]

[execution.budget]
value = "adjusted"
cite = "自评表：执行率 = B/A，A 为全年预算数（调整后）"
evidence = ["form", "system"]

[execution.unrecorded_budget]
value = "declared"
cite = "本工具约定：未填全年预算数时以申报的预算数代替，并标明"
evidence = ["own"]

[execution.zero_budget]
value = "no_data"
cite = "本工具约定：预算数为 0 时不给分、不扣分，列为疑点"
evidence = ["own"]
note = "部分系统在此处打 0 分"

[execution.not_applicable]
value = "spread"
cite = "本工具约定：经确认无执行率的，其分值按比例分给其余一级指标"
evidence = ["own"]

[execution.reason_below]
value = "never"
cite = "财预〔2020〕10号未规定执行率低于多少须说明原因"
evidence = ["unverified"]
note = "四川的表格要求执行率低于 90% 的说明原因"

[weights.levels]
value = { "产出指标" = 50, "效益指标" = 30, "满意度指标" = 10 }
cite = "财预〔2020〕10号：产出 50、效益 30、服务对象满意度 10"
evidence = ["form", "unverified"]

[weights.absent]
value = "pro_rata"
cite = "本工具约定：其他一级指标缺失的，其分值按比例分给已有的一级指标"
evidence = ["own"]
note = "四川的表格将 90 分重新分给已有指标"

[weights.absent_to]
value = { "满意度指标" = "效益指标" }
cite = "财预〔2021〕101号：无满意度指标的，其 10 分并入效益"
evidence = ["unverified"]

[weights.inside]
value = { "成本指标" = "产出指标" }
cite = "财预〔2020〕10号：成本属产出指标的二级指标"
evidence = ["form", "unverified"]

[weights.spread]
value = "even"
cite = "本工具约定：未公布三级指标分值的，一级指标的分值平均分给三级指标，到 0.01 分，余数按最大余额法"
evidence = ["own", "form"]
note = "分值由单位按重要性确定；未申报分值时所得分数仅供参考，先看完成率"

[weights.declared]
value = "as_declared"
cite = "财预〔2020〕10号：二、三级指标分值由单位按重要性确定，总分 100"
evidence = ["unverified"]

[weights.not_applicable]
value = "rescale"
cite = "自评表附注：不适用的指标不计入可得分，总分按可得分折算为百分制"
evidence = ["form", "own"]

[quantitative.forward]
value = "proportion"
cite = "自评表：未完成的，得分 = 分值 × 实际完成值 ÷ 指标值；不超过分值"
evidence = ["form", "unverified"]

[quantitative.gate]
value = 60
cite = "仅 forward = \"gate\" 时使用，单位 %"
evidence = ["unverified"]

[quantitative.reverse]
value = "ratio"
cite = "自评表：反向指标超出的，得分 = 分值 × 指标值 ÷ 实际完成值"
evidence = ["form"]
note = "全国无统一公式；一体化系统按 分值 ×（1 −（实际 − 目标）÷ 目标）计算，结果更低"

[quantitative.reverse_deduct]
value = 1
cite = "仅 reverse = \"per_unit\" 时使用：每超过目标 1 个计量单位（或 1 个百分点）扣的分数"
evidence = ["form"]
note = "见于湖南的表格"

[quantitative.strict]
value = "as_inclusive"
cite = "一体化系统：> 与 = 同 ≥，< 同 ≤"
evidence = ["system"]

[quantitative.missed_equal_cost]
value = "reverse"
cite = "本工具约定：成本指标写作 = 而实际超出的，按反向指标计算"
evidence = ["own"]

[quantitative.zero_target]
value = "met_or_nothing"
cite = "一体化系统：指标值为 0 的，达到得满分，否则 0 分"
evidence = ["system"]

[quantitative.negative_actual]
value = "zero"
cite = "一体化系统：实际完成值为负的按 0 计算"
evidence = ["system"]

[quantitative.between]
value = "proportion_below"
cite = "本工具约定：区间内满分；低于下限按 分值 × 实际 ÷ 下限；高于上限满分并提示"
evidence = ["own"]

[quantitative.tolerance]
value = "met_or_nothing"
cite = "本工具约定：±偏差范围内满分，否则 0 分"
evidence = ["own"]

[other.yes_no]
value = "met_or_nothing"
cite = "财预〔2021〕101号：是否类指标，是得满分，否得 0 分"
evidence = ["unverified"]

[other.due_date]
value = "met_or_nothing"
cite = "按期完成得满分，逾期 0 分"
evidence = ["unverified"]

[other.late_deduct]
value = 0
cite = "仅 due_date = \"deduct_per_day\" 时使用：每逾期一天扣的分数"
evidence = ["own"]

[other.bands]
value = { met = 80, partly = 60, unmet = 0 }
cite = "财预〔2020〕10号：达成年度指标 100–80%（含）；部分达成并具有一定效果 80–60%（含）；未达成且效果较差 60–0%"
evidence = ["form", "system"]
note = "档内比例由评价人判断；2017–2020 年部分表格为 100–80 / 80–50 / 50–0"

[over.points]
value = "full"
cite = "自评表：超额完成的得满分，不加分"
evidence = ["form"]
note = "全国文件要求对目标定得过低的按偏离度适度调减，未给公式"

[over.reduce_beyond]
value = 130
cite = "仅 points = \"reduce\" 时使用：超过目标值的百分之多少起，按超出部分调减"
evidence = ["own"]

[over.deduct_from]
value = 130
cite = "仅 points = \"deduct\" 时使用：达到目标值的百分之多少起扣分"
evidence = ["second-hand"]

[over.deduct_points]
value = 2
cite = "仅 points = \"deduct\" 时使用：扣的分数"
evidence = ["second-hand"]
note = "见于一份县级操作手册"

[over.note_from]
value = 120
cite = "一体化系统：实际达到指标值 120% 的提示"
evidence = ["system"]

[over.reason_from]
value = 130
cite = "一体化系统：实际达到指标值 130% 的须说明原因"
evidence = ["system"]

[steps.printed]
value = "follow"
cite = "指标自带评分标准的（如 ≥70% 得3分，≥65% 得1分），按所载标准计分"
evidence = ["form"]

[steps.named]
value = []
cite = "本规则没有按指标名称规定的分档标准"
evidence = ["own"]

[steps.satisfaction]
value = "as_quantitative"
cite = "财预〔2020〕10号：满意度指标与其他定量指标同样计分"
evidence = ["form", "unverified"]

[steps.satisfaction_steps]
value = { at_least = [[90, 100], [80, 80], [60, 50]] }
cite = "仅 satisfaction = \"steps\" 时使用：满意度（%）达到多少，得分值的百分之几"
evidence = ["unverified"]

[rounding.places]
value = 2
cite = "本工具约定：得分保留两位小数"
evidence = ["own"]
note = "得满分的，得分就是分值，不再舍入；舍入后高于分值的，以分值为限"

[rounding.mode]
value = "half_up"
cite = "本工具约定：四舍五入"
evidence = ["own"]

[rounding.point]
value = "line"
cite = "本工具约定：每个指标各舍入一次，合计为已舍入各行之和，与打印的表一致"
evidence = ["own"]

[total.caps]
value = []
cite = "财预〔2020〕10号未规定总分受执行率限制"
evidence = ["unverified"]
note = "一份县级操作手册规定：执行率 70–80% 总分不超过 89，60–70% 79，50–60% 69，低于 50% 59"

[grades.limits]
value = { "优" = 90, "良" = 80, "中" = 60, "差" = 0 }
cite = "财预〔2020〕10号：90（含）–100 优，80–90 良，60–80 中，60 以下差"
evidence = ["unverified", "system"]
note = "个别地方用 80/70/60"

[department.headline]
value = "budget_weighted"
cite = "本工具约定：以全年预算数为权重的项目加权平均分（管理参考）；无文件规定由项目得分推出部门总分"
evidence = ["own"]

[department.own_points]
value = 90
cite = "一体化系统：部门整体自身目标 90 分 + 预算执行率 10 分"
evidence = ["system"]

[department.goal_points]
value = 80
cite = "湖北的表格：预算执行率 20 分，各目标合计 80 分，目标得分 = Σ指标得分 × 权重"
evidence = ["form"]

[department.objective_weights]
value = []
cite = "本工具约定：未规定各目标权重的，各目标权重相同，同一目标内各指标权重相同"
evidence = ["own"]

[department.overall_clauses]
value = "cross_check"
cite = "本工具约定：分项目标有可衡量内容时，总体目标中的数字只作核对，不重复计分"
evidence = ["own"]

[checks.severity]
value = {}
cite = "本工具约定：疑点的严重程度按疑点目录"
evidence = ["own"]

[lexicon.less_is_better]
value = []
cite = "本工具约定：在默认词表之外，名称含这些词的无符号指标越低越好"
evidence = ["own"]

[lexicon.more_is_better]
value = []
cite = "本工具约定：在默认词表之外，成本类中名称含这些词的无符号指标越高越好"
evidence = ["own"]
','2024-06-03T09:07:00+08:00');
CREATE INDEX ix_objective_department_id ON objective (department_id);
CREATE INDEX ix_measure_department_id ON measure (department_id);
CREATE INDEX ix_project_department_id ON project (department_id);
CREATE INDEX ix_finding_department_id ON finding (department_id);
CREATE INDEX ix_change_item_change_id ON change_item (change_id);
CREATE INDEX ix_change_item_department_subject_field ON change_item (department, subject, field);
CREATE INDEX ix_checkpoint_project_id ON checkpoint (project_id);
CREATE INDEX ix_indicator_objective_id ON indicator (objective_id);
CREATE INDEX ix_indicator_project_id ON indicator (project_id);
CREATE INDEX ix_indicator_department_id_subject ON indicator (department_id, subject);
COMMIT;
