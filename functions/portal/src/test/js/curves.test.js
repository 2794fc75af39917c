import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curves, labelled, shareAt } from '../../main/resources/portal/assets/charts/curves.js';

const STAGES = [
  { id: 'startup', name: '初创期' },
  { id: 'growth', name: '成长期' },
  { id: 'mature', name: '成熟期' },
];

test('stages with the same curve share a picture', () => {
  const knots = [
    [0, 0],
    ['10', '1'],
  ];
  assert.deepEqual(curves({ curve: { knots, stages: { mature: [[5, 1]] } } }, STAGES), [
    {
      knots: [
        [0, 0],
        [10, 1],
      ],
      stages: ['初创期', '成长期'],
    },
    { knots: [[5, 1]], stages: ['成熟期'] },
  ]);
});

test('a value for full points is a straight line from nothing', () => {
  const drawn = curves({ curve: { fullAt: { startup: 5, growth: 5, mature: 9 } } }, STAGES);
  assert.deepEqual(drawn, [
    {
      knots: [
        [0, 0],
        [5, 1],
      ],
      stages: ['初创期', '成长期'],
    },
    {
      knots: [
        [0, 0],
        [9, 1],
      ],
      stages: ['成熟期'],
    },
  ]);
});

test('a value that is the share itself has no curve', () => {
  assert.deepEqual(curves({ curve: { asShare: true } }, STAGES), []);
});

test('values without room are not written, the last one always is', () => {
  const knots = [
    [0, 0],
    [1, 0.2],
    [10, 0.5],
    [11, 1],
  ];
  assert.deepEqual(
    labelled(knots, (value) => value * 10, 46).map(([value]) => value),
    [11, 1],
  );
});

test('a value earns what is straight between its knots and flat outside them', () => {
  const knots = [
    [5, 0.2],
    [15, 0.4],
    [45, 1],
  ];
  assert.deepEqual(
    [-1, 5, 10, 15, 30, 45, 400].map((value) => Math.round(shareAt(knots, value) * 1000) / 1000),
    [0.2, 0.2, 0.3, 0.4, 0.7, 1, 1],
  );
});
