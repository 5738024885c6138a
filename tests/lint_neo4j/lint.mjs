// Lints Cypher files with Neo4j's own language support. Input (stdin): {schema, files: [{path, text, parameters}]}.
// Output: one JSON list of {path, line, severity, message}.
import { readFileSync } from "node:fs";
import { lintCypherQuery } from "@neo4j-cypher/language-support";

const { schema, files } = JSON.parse(readFileSync(0, "utf8"));
const found = [];
for (const { path, text, parameters } of files) {
  const { diagnostics } = lintCypherQuery(text, { ...schema, parameters });
  for (const d of diagnostics) {
    found.push({ path, line: d.range.start.line + 1, severity: d.severity, message: d.message });
  }
}
process.stdout.write(JSON.stringify(found));
