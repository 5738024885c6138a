// id: printed-statistics
// title: Printed figures, worked out again
// question: Do the printed percentages add up?
// answers: table
// for: analyst, scrutineer
// topic: figures
// params:
//   theme: string = null – a theme (id or label); its narrower themes are included
//   partnership: string = null – only documents of this partnership (its joint documents are left out)
//   text: string = null – only where these words stand
//   limit: integer = 500 – rows at most
// returns:
//   text: string – the line as printed
//   printed: string – the figure as printed
//   percent: float – percent as printed
//   numerator: float – numerator as printed
//   denominator: float – denominator as printed
//   recomputed: float – percent worked out from numerator and denominator
//   verdict: string – agree, differ or cannot check
//   message: string – what does not add up, a question to the publisher
//   unit: string – what is counted: review, child, incident, case, notification, audit-case or other
//   sense: string – cause, feature, theme or mention
//   group: string – which set the figure is about
//   theme: string – the theme it is about
//   source: string – review, population, activity or survey
//   as_of: string – the date printed with the figure
//   partnership: string – whose document it is
//   document: string – title
//   page: integer – page, where the format has pages
//   line: integer – line, where the format has lines
//   quote: string – the words as printed
// denominator: figures – figures read, in the same scope
// read-as: A figure that differs is a question to the publisher, not a correction. Figures of different units or senses
//   are never added up or compared.
// caveats:
//   A figure of several partnerships at once cannot be split.
//   Sets of different documents overlap; figures of two years are not a trend where the counting changed.
// empty: No loaded document of this scope prints a figure that is read.
// revision: 2
CALL () {
  OPTIONAL MATCH (t:Theme)-[:BROADER*0..5]->(top:Theme)
  WHERE top.id = $theme OR toLower(top.name) = toLower($theme)
  RETURN collect(DISTINCT t.id) AS wanted
}
MATCH (x:Statistic)-[:STATED_IN]->(s:Passage)-[:OF]->(d:Document)
WHERE $text IS NULL OR toLower(x.text) CONTAINS toLower($text)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH wanted, x, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH wanted, x, s, d, min(p.name) AS partnership
WITH x, s, d, partnership, CASE WHEN $theme IS NULL THEN true ELSE EXISTS { MATCH (x)-[:ABOUT]->(t:Theme) WHERE t.id IN wanted } END AS meant
WHERE meant
WITH x, s, d, partnership
ORDER BY CASE x.verdict WHEN 'differ' THEN 0 WHEN 'agree' THEN 1 ELSE 2 END, d.publishedFrom, d.name,
         coalesce(s.page, 0), coalesce(s.line, 0), x.id, s.id
LIMIT $limit
OPTIONAL MATCH (x)-[:ABOUT]->(t:Theme)
WITH x, s, d, partnership, min(t.id) AS theme
OPTIONAL MATCH (x)<-[:CHECKS]-(i:Inconsistency)
WITH x, s, d, partnership, theme, min(i.message) AS message
RETURN x.text AS text, x.name AS printed, x.percent AS percent, x.numerator AS numerator, x.denominator AS denominator,
       x.recomputed AS recomputed, x.verdict AS verdict, message, x.unit AS unit, x.sense AS sense, x.group AS group,
       theme, x.source AS source, x.asOf AS as_of, partnership, d.name AS document, s.page AS page, s.line AS line,
       s.quote AS quote
ORDER BY CASE x.verdict WHEN 'differ' THEN 0 WHEN 'agree' THEN 1 ELSE 2 END, d.publishedFrom, d.name,
         coalesce(s.page, 0), coalesce(s.line, 0), x.id, s.id
LIMIT $limit
