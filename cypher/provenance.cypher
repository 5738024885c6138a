// id: provenance
// title: Where did this come from?
// question: Where did this number, or this sentence, come from?
// answers: table
// for: analyst, scrutineer
// topic: provenance
// params:
//   text: string – words of the statement, or its id
//   partnership: string = null – only documents of this partnership
//   limit: integer = 100 – rows at most
// returns:
//   kind: string – what it is in the graph
//   id: string – its id
//   text: string – the statement
//   document: string – title
//   page: integer – page, where the format has pages
//   line: integer – line, where the format has lines
//   quote: string – the words as printed
//   file: string – name of the file
//   published: string – publication date as far as known
//   address: string – where it was published, as the keeper of the file gives it
//   licence: string – on what terms it may be used, as the keeper of the file gives it
//   given: strings – facts of the document that come from the keeper's manifest, and what it prints instead
//   editions: strings – earlier editions of the document: when replaced, and what the next one no longer holds, as counts
//   coded: strings – theme, the words it rests on, the rule, and whether a person confirmed it
//   by_wording: boolean – taken by its words alone: no heading and no rule says what it is, and no person that it is right
//   codebook: string – codebook version of that load
//   software: string – version of the software of that load
//   load: string – the load that brought it in
//   loaded: string – when
// denominator: documents – documents loaded, in the same scope
// read-as: From the statement to the passage, the document, who coded it and the load, in one row.
// caveats:
//   A theme link that says suggested was made by a rule and nobody has looked at it yet.
// empty: No fact of the loaded documents holds these words.
// revision: 2
CALL () {
  MATCH (x:Case|Review|Child|ChronologyEntry|Finding|Priority|Recommendation|Action|Assurance|Evidence|StatusEvent|Response|Judgement|Statistic|Inconsistency|Decision)
  WHERE x.id = $text OR toLower(x.name) CONTAINS toLower($text) OR toLower(coalesce(x.text, '')) CONTAINS toLower($text)
  MATCH (x)-[:STATED_IN]->(s:Passage)
  RETURN x, s
  UNION
  MATCH (s:Passage)
  WHERE toLower(s.quote) CONTAINS toLower($text)
  MATCH (s)<-[:STATED_IN]-(x:Case|Review|Child|ChronologyEntry|Finding|Priority|Recommendation|Action|Assurance|Evidence|StatusEvent|Response|Judgement|Statistic|Inconsistency|Decision)
  RETURN x, s
}
MATCH (s)-[:OF]->(d:Document)
OPTIONAL MATCH (d)-[:TELLS_OF]->(p:Partnership)
WITH x, s, d, p
WHERE $partnership IS NULL OR p.id = $partnership OR toLower(p.name) = toLower($partnership)
WITH DISTINCT x, s, d
OPTIONAL MATCH (x)-[a:ABOUT]->(t:Theme)
WITH x, s, d, t.name + ' · “' + coalesce(a.cue, '') + '” · rule ' + coalesce(a.ruleId, 'not stated') + ' · '
     + coalesce(a.state, 'suggested') + coalesce(' by ' + a.by + ', ' + a.on, '') AS coding
ORDER BY coding
WITH x, s, d, collect(coding) AS coded
OPTIONAL MATCH (old:Document)-[:SUPERSEDED_BY*1..15]->(d)
WITH x, s, d, coded, old
ORDER BY old.supersededOn, old.id
WITH x, s, d, coded, collect('replaced on ' + toString(old.supersededOn) + '; no longer held: ' + coalesce(old.gone, 'nothing')) AS editions
OPTIONAL MATCH (d)-[:LOADED_IN]->(n:LoadRun)
WITH x, s, d, coded, editions, n
ORDER BY n.startedAt DESC, n.id DESC
WITH x, s, d, coded, editions, collect(n)[0] AS run
RETURN labels(x)[0] AS kind, x.id AS id, coalesce(x.text, x.name) AS text, d.name AS document, s.page AS page,
       s.line AS line, s.quote AS quote, d.file AS file, coalesce(d.publishedPrinted, toString(d.publishedFrom)) AS published,
       d.address AS address, d.licence AS licence, coalesce(d.given, []) AS given, editions, coded,
       coalesce(x.onlyByWording, false) AS by_wording, run.codebook AS codebook, run.version AS software, run.id AS load, run.startedAt AS loaded
ORDER BY CASE WHEN x.id = $text THEN 0 ELSE 1 END, d.publishedFrom, d.name, coalesce(s.page, 0), coalesce(s.line, 0), kind, id, s.id
LIMIT $limit
