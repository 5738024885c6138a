// What leads on to what, for the explorer's threads, in no order: a large collection has more than an engine can sort. Links
// that say two children or cases are the same are left out.
MATCH (x:Finding|Recommendation|Action|Assurance|Review|Judgement)-[e:GAVE_RISE_TO|DELIVERED_BY|LED_TO|EVIDENCED_BY|TESTS|FOLLOWS_UP|HAS_STATUS|RECURS_IN|ECHOED_IN|IMPROVED_IN|REPEATS|MERGED_INTO|IDENTIFIES|MAKES|RECEIVED|BECAME|DIFFERS_FROM]->(y:Finding|Recommendation|Action|Assurance|Review|Evidence|StatusEvent|Judgement)
RETURN labels(x)[0] AS from, x.id AS source, type(e) AS type, labels(y)[0] AS to, y.id AS target, e.theme AS theme,
       e.closure AS closure, e.certainty AS certainty, e.why AS why, e.opportunity AS opportunity, e.type AS order_of,
       coalesce(e.kind, e.outcome) AS kind, e.change AS change
