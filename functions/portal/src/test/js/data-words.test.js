import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { divisions, sentences, values } from '../../main/resources/portal/assets/words/english-data.js';
import { reason, unknown } from '../../main/resources/portal/assets/words/english-reasons.js';

const RULEBOOK = '../../../../../shared/scoring/src/main/resources/rulebooks/xinxiang-2022-110.yaml';
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

test('every note of the rulebook and every remark of a schema has an English sentence, and no other has', () => {
  const remarks = readdirSync(DATASETS)
    .filter((name) => name.endsWith('.schema.json'))
    .flatMap((name) => JSON.parse(read(name)).fields.flatMap(({ description = [] }) => description));
  const said = [...remarks, ...notes(parse(readFileSync(new URL(RULEBOOK, import.meta.url), 'utf8')))];
  assert.deepEqual(Object.keys(sentences).sort(), [...new Set(said)].sort());
});

/** @returns {string[]} */
function notes(node) {
  return node && typeof node === 'object'
    ? Object.entries(node).flatMap(([key, value]) => (key === 'note' ? [value] : notes(value)))
    : [];
}

test('why a figure is missing is said in English', () => {
  const names = { field: (id) => id.toUpperCase(), dataset: (id) => id[0].toUpperCase() + id.slice(1) };
  /** The causes of innovation.points.scoring.result.Cause, as the API gives them. */
  const cases = [
    [{ id: 'undelivered', year: 2025, dataset: 'staff' }, 'Staff of 2025 not delivered'],
    [{ id: 'unlisted', year: 2025, dataset: 'staff' }, 'Not in Staff of 2025'],
    [{ id: 'counts-as-zero', year: 2025, dataset: 'staff' }, 'Not in Staff of 2025: counts as 0'],
    [{ id: 'blank', year: 2024, fields: ['revenue'] }, 'REVENUE of 2024 is blank'],
    [{ id: 'base-not-positive', year: 2024, fields: ['a'], value: -3 }, 'A of 2024 is -3, not above 0'],
    [{ id: 'base-not-positive', fields: ['a', 'b'], value: 0 }, 'The mean of A and B is 0, not above 0'],
    [{ id: 'other-base', fields: ['a'], instead: ['b'] }, 'A is 0; taken instead: B'],
  ];
  for (const [cause, english] of cases) {
    assert.equal(reason([cause], names), english);
  }
  const [undelivered, , , blank] = cases.map(([cause]) => cause);
  assert.equal(reason([undelivered, blank], names), 'Staff of 2025 not delivered; REVENUE of 2024 is blank');
  assert.equal(unknown({ field: 'revenue', causes: [blank] }, names), 'REVENUE unknown: REVENUE of 2024 is blank');
});
