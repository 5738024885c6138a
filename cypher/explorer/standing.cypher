// How far each recommendation and action is, as assessed beside what is printed, what was replied, whom it is asked of,
// and what is to be different for children, for the explorer.
MATCH (x:Recommendation|Action)
OPTIONAL MATCH (x)-[a:ADDRESSED_TO]->(g:Agency)
WITH x, a, g
ORDER BY g.name, a.role
RETURN CASE WHEN x:Action THEN 'action' ELSE 'recommendation' END AS kind, x.id AS id, x.assessed AS assessed, x.assessedBy AS by,
       x.assessedWhy AS why, x.successMeasure AS measure, x.duePrinted AS due, coalesce(x.replies, []) AS replies,
       collect(DISTINCT CASE WHEN g IS NULL THEN null
               ELSE {agency: g.name, role: a.role, assessed: a.assessed, by: a.assessedBy, why: a.assessedWhy} END) AS asked
ORDER BY kind, id
