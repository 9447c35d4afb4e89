"""目标与完成对比: target beside what was achieved for a whole department, in tables and in native charts.

It is here so that a reader sees where points and money went before reading the forms. Every figure comes from
`scoring.compared`; a chart draws cells of this sheet and carries no text of its own from a person.
"""
