// Ages of children as printed, each with the band that is sent in its place.
MATCH (k:Child)
WHERE k.agePrinted IS NOT NULL
RETURN DISTINCT k.agePrinted AS name, coalesce(k.ageBand, 'not stated as a band') AS band
ORDER BY name, band
