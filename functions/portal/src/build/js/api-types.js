// Writes the API's types, from the same documents that GET /v1/openapi.json is made of, to target/types/openapi.d.ts.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const FUNCTIONS = new URL('../../../../', import.meta.url);
const TARGET = new URL('../../../target/types/', import.meta.url);
const MAIN = 'document.yaml';

/** The documents of all functions that have some. */
async function documents() {
  const found = [];
  for (const name of (await readdir(FUNCTIONS)).sort()) {
    const folder = new URL(name + '/src/main/resources/openapi/', FUNCTIONS);
    const files = await readdir(folder).catch(() => []);
    found.push(...files.filter((file) => file.endsWith('.yaml')).map((file) => new URL(file, folder)));
  }
  return found;
}

const files = await documents();
const main = files.find((file) => file.pathname.endsWith('/' + MAIN));
if (!main) {
  throw new Error(`expected ${MAIN} in one of ${FUNCTIONS.pathname}*/src/main/resources/openapi, found none`);
}
const api = parse(await readFile(main, 'utf8'));
api.paths = {};
for (const file of files.filter((one) => one !== main)) {
  const { paths, ...components } = parse(await readFile(file, 'utf8'));
  Object.assign(api.paths, paths);
  for (const [kind, members] of Object.entries(components)) {
    api.components[kind] = { ...api.components[kind], ...members };
  }
}
await mkdir(TARGET, { recursive: true });
await writeFile(new URL('openapi.d.ts', TARGET), astToString(await openapiTS(api, { silent: true })));
