// Measures what a browser loads before the sign-in button works: the entry and all it imports statically.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const out = '../target/classes/public';
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));

/** The keys of a chunk and of everything it imports statically. */
function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

const landing = Object.keys(manifest).find((key) => key.endsWith('app/LandingPage.tsx'));
const chunks = new Set([...reach('index.html'), ...(landing ? reach(landing) : [])]);
let total = 0;
for (const key of chunks) {
  const bytes = gzipSync(readFileSync(join(out, manifest[key].file)), { level: 9 }).length;
  total += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${manifest[key].file}`);
}
const kb = total / 1024;
console.log(`${kb.toFixed(1).padStart(8)} KB  first load of the login route, gzip (limit ${LIMIT_KB} KB)`);
if (kb > LIMIT_KB) {
  console.error(
    `The login route loads ${kb.toFixed(1)} KB; the limit is ${LIMIT_KB} KB. Make a route lazy or drop a dependency.`,
  );
  process.exit(1);
}
