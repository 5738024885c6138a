// Every passage's words, to find in all of them the names that one of them gives away.
MATCH (s:Passage)
RETURN DISTINCT s.quote AS quote
ORDER BY quote
