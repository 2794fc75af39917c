// Where the tests find what is served.

import { readdirSync, readFileSync } from 'node:fs';

export const ASSETS = new URL('../../main/resources/portal/assets/', import.meta.url);
export const ROOMS = [
  'base',
  'words',
  'session',
  'api',
  'page',
  'table',
  'charts',
  'compare',
  'public',
  'enterprise',
  'office',
  'bureau',
];

/** The scripts of the rooms: path to text. */
export function scripts() {
  return new Map(
    ROOMS.flatMap((room) =>
      readdirSync(new URL(room, ASSETS)).map((name) => {
        const path = room + '/' + name;
        return [path, readFileSync(new URL(path, ASSETS), 'utf8')];
      }),
    ),
  );
}
