// The loads that the graph holds: asked before and after a question, to tell whether one changed the graph meanwhile.
MATCH (n:LoadRun)
RETURN n.id AS load, n.name AS begun, n.finishedAt AS finished
ORDER BY load
