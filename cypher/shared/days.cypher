// Days of incidents that are known to the day.
MATCH (c:Case)
WHERE c.incidentFrom IS NOT NULL AND c.incidentFrom = c.incidentTo
RETURN DISTINCT c.incidentFrom AS day
ORDER BY day
