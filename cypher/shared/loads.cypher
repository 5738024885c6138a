// The loads that the graph holds, the last one last: asked before and after a question, to tell whether one changed the
// graph meanwhile, and whether the rules that made it are those of now.
MATCH (n:LoadRun)
RETURN n.id AS load, n.name AS begun, n.finishedAt AS finished, n.version AS version, n.rules AS rules
ORDER BY coalesce(n.number, 0), n.startedAt, load
