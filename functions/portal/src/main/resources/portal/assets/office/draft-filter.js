// @ts-check
// Which results of a year are asked for.

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
 * @param {(code: string) => string} industry how a division is called
 */
export function matching(rows, { text, stage, status, cluster }, industry) {
  const part = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (!stage || row.stage === stage) &&
      (!status || row.status === status) &&
      (!cluster || row.cluster === cluster) &&
      (!part || texts(row, industry).some((one) => one?.toLowerCase().includes(part))),
  );
}

/**
 * @param {Schema<'ScoreLine'>} row
 * @param {(code: string) => string} industry
 */
function texts({ name, uscc, cluster, industry: division }, industry) {
  return [name, uscc, cluster, division && industry(division)];
}
