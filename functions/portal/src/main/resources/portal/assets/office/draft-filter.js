// @ts-check
// Which results of a year are asked for.

import { industry } from '../lib/industries.js';

/**
 * @typedef {object} Filter empty texts ask for everything
 * @property {string} text a part of name, code, cluster or industry, in whatever case
 * @property {string} stage
 * @property {string} status
 * @property {string} cluster
 */

/**
 * @template {Schema<'ScoreLine'>} R
 * @param {R[]} rows
 * @param {Filter} filter
 */
export function matching(rows, { text, stage, status, cluster }) {
  const part = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (!stage || row.stage === stage) &&
      (!status || row.status === status) &&
      (!cluster || row.cluster === cluster) &&
      (!part || texts(row).some((one) => one?.toLowerCase().includes(part))),
  );
}

function texts(/** @type {Schema<'ScoreLine'>} */ { name, uscc, cluster, industry: division }) {
  return [name, uscc, cluster, division && industry(division)];
}
