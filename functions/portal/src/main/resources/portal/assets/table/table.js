// @ts-check
// Where pages find tables.

/**
 * @template [R=any]
 * @typedef {import('./data-table.js').Column<R>} Column
 */

export { table } from './data-table.js';
export { fileButtons, saveButton } from './files.js';
