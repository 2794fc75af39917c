// @ts-check
// Whose turn it is with a question.

import { person } from '../session/session.js';
import { OF_SYSTEM } from './question-words.js';

/** @typedef {import('./question-words.js').Question} Question */

/** Whether the enterprise or the office of who is signed in has asked. */
export function hasAsked(/** @type {Question} */ { askedBy, uscc }) {
  const { roles, department, uscc: own } = person();
  return askedBy?.role === 'enterprise'
    ? own === uscc
    : askedBy?.department
      ? askedBy.department === department
      : roles.includes('bureau');
}

/** Whether the system asks the enterprise of who is signed in, and waits for its answer. */
export function isAsked(/** @type {Question} */ { about: { kind }, department, departments, uscc, state }) {
  const enterprises = OF_SYSTEM.has(kind) && kind !== 'unlisted' && !department && !departments.length;
  return enterprises && uscc !== null && person().uscc === uscc && state !== 'answered' && state !== 'closed';
}
