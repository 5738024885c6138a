// Documents by title ($documents): what their keepers say of them, and the editions that they replaced (the last 15).
MATCH (d:Document)
WHERE d.name IN $documents AND NOT d.kind IN ['decisions', 'superseded']
OPTIONAL MATCH (old:Document)-[:SUPERSEDED_BY*1..15]->(d)
WITH d, old
ORDER BY old.supersededOn, old.id
WITH d, collect(CASE WHEN old IS NULL THEN null ELSE 'an earlier edition, replaced on ' + toString(old.supersededOn) + ', also held: '
     + coalesce(old.gone, 'nothing more') END) AS editions
RETURN d.name AS document, d.file AS file, coalesce(d.publishedPrinted, toString(d.publishedFrom)) AS published,
       d.address AS address, d.licence AS licence, coalesce(d.given, []) AS given, editions
ORDER BY document, file, d.id
