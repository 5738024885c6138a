// What the keepers of documents ($documents: titles) say of them: address, licence, and facts given in a manifest.
MATCH (d:Document)
WHERE d.name IN $documents
RETURN d.name AS document, d.file AS file, coalesce(d.publishedPrinted, toString(d.publishedFrom)) AS published,
       d.address AS address, d.licence AS licence, coalesce(d.given, []) AS given
ORDER BY document, file, d.id
