// Generates src/api/schema.d.ts from the OpenAPI file that the backend's build leaves in target/classes.
import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const source = process.env.OPENAPI_FILE ?? '../target/classes/META-INF/swagger/cotmoc.yml';
if (!existsSync(source)) {
  console.error(
    `The OpenAPI file ${source} does not exist. Compile the module web first, or name another file in OPENAPI_FILE.`,
  );
  process.exit(1);
}
writeFileSync('src/api/schema.d.ts', astToString(await openapiTS(pathToFileURL(source))));
console.log(`src/api/schema.d.ts is generated from ${source}`);
