import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { divisions, values } from '../../main/resources/portal/assets/words/english-data.js';

const DATASETS = new URL('../../../../../shared/datasets/src/main/resources/datasets/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DATASETS), 'utf8');

test('every value that a column can have has English words, and no other has', () => {
  const schemas = readdirSync(DATASETS).filter((name) => name.endsWith('.schema.json'));
  const allowed = schemas.flatMap((name) =>
    JSON.parse(read(name)).fields.flatMap(({ constraints }) => constraints?.enum ?? []),
  );
  assert.deepEqual(Object.keys(values).sort(), [...new Set(allowed)].sort());
});

test('every industry division has an English name', () => {
  const codes = read('divisions.txt').trim().split('\n');
  assert.deepEqual(
    Object.keys(divisions),
    codes.map((line) => line.slice(0, 3)),
  );
});
