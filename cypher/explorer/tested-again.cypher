// What a test found wanting and whether the test that follows it up tested it again, for the explorer: as `follow-review` tells.
MATCH (m:Assurance)-[:IDENTIFIES]->(f:Finding)
WHERE f.polarity IN ['shortfall', 'barrier']
MATCH (m)<-[:FOLLOWS_UP]-(n:Assurance)
WITH DISTINCT f, n, EXISTS { MATCH (f)-[:RECURS_IN]->(:Finding)<-[:IDENTIFIES]-(n) } AS again,
     EXISTS { MATCH (f)-[:IMPROVED_IN]->(:Finding)<-[:IDENTIFIES]-(n) } AS better,
     EXISTS { MATCH (f)-[:ABOUT]->(:Theme)<-[:ABOUT]-(:Finding)<-[:IDENTIFIES]-(n) } AS near
RETURN f.id AS id, n.id AS test,
       CASE WHEN again OR better THEN 'yes' WHEN near THEN 'in part' ELSE 'not stated' END AS again,
       CASE WHEN again AND better THEN 'seen again, and better' WHEN again THEN 'seen again' WHEN better THEN 'better'
         WHEN near THEN 'on the same theme, in other words' ELSE 'nothing on it' END AS found
ORDER BY id, test
