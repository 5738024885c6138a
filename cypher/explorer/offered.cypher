// How each piece of evidence was found: by what method, of how many, by whom, for or against, and when it is a year old.
MATCH (v:Evidence)
RETURN v.id AS id, v.method AS method, v.sampleSize AS looked_at, v.independence AS who, v.polarity AS says, v.staleFrom AS stale
ORDER BY id
