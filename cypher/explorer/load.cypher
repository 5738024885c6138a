// The last load, for the foot of the explorer.
MATCH (n:LoadRun)
RETURN n.codebook AS codebook, n.name AS loaded
ORDER BY coalesce(n.number, 0) DESC, n.startedAt DESC, n.id DESC
LIMIT 1
