// @ts-check
// Where pages find tables.

/**
 * @template [R=any]
 * @typedef {import('../table/data-table.js').Column<R>} Column
 */

export { table } from '../table/data-table.js';
export { fileButtons, saveButton } from '../table/files.js';
