// Who is named as the author of views and replies: read only to leave their names out of the explorer's page.
MATCH (j:Judgement|Response)
WHERE j.author IS NOT NULL
RETURN DISTINCT j.author AS author
ORDER BY author
