// @ts-check
// Move a figure, see the score move. Nothing is stored.

import { find, post } from '../api/api.js';
import { schema } from '../api/catalogue.js';
import { button, element } from '../base/dom.js';
import { valueWord } from '../words/data.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { rulebook, yesOrNo } from '../api/names.js';
import { empty } from '../base/notices.js';
import { changed } from '../base/query.js';
import { Following } from '../page/following.js';
import { page } from '../page/page.js';
import { myDrafts, person } from '../session/session.js';
import { restored } from '../page/use-draft.js';
import { contradictions } from './contradictions.js';
import { fullMark } from './full-marks.js';
import { known } from './known-figures.js';
import { additions, merged, steps } from './simulator-items.js';
import { asSent, changesOf, figureInWords, fromAddress, itemInWords } from './supposed-changes.js';
import { table } from '../table/table.js';
import { pageLink } from '../page/navigation.js';

const { t } = ownWords({
  'simulator.lead': [
    '改动一个数据，得分随之变化；不会保存，也不影响评价。',
    'Change a figure and the score follows. Nothing is stored, and the evaluation is not affected.',
  ],
  'simulator.of': ['积分模拟测算 · {name}', 'Simulator · {name}'],
  'simulator.takenOver': ['已带入的变化', 'Changes taken over'],
  'simulator.remove': ['移除', 'Remove'],
  'simulator.result': ['模拟测算结果', 'Simulated result'],
  'simulator.totalNow': ['现在的总分', 'Current total'],
  'simulator.nothingMoved': ['还没有改动得分的数据。', 'No change affects the score yet.'],
  'simulator.movedIndicators': ['得分变化的指标', 'Indicators whose points change'],
  'simulator.restore': ['恢复', 'Restore'],
  'simulator.unknown': ['未知', 'unknown'],
  'simulator.costly': [
    '进入{stage}后各类权重和满分值不同，总分降低。',
    'The stage becomes {stage}, whose weights and full marks differ: the total falls.',
  ],
  'simulator.full': ['满分 {value}', 'full at {value}'],
  'simulator.unchanged': ['保持现状', 'Unchanged'],
});

const PAUSE = 250;
/** Per-enterprise datasets whose figures indicators or the negative list use. */
const DATASETS = ['operations', 'workforce', 'intellectual-property', 'trade', 'investment', 'environment'];
/** Datasets of lines that indicators count. */
const LINES = ['technology-contracts', 'qualifications', 'innovation-records'];

page(
  {
    lead: t('simulator.lead'),
    year: true,
  },
  async (view) => {
    const { year, query, signal } = view;
    const { role, uscc: own } = person();
    const uscc = role === 'enterprise' ? own : (query.get('uscc') ?? '');
    const [profile, rules, lines, ...schemas] = await Promise.all([
      uscc ? find('/years/{year}/enterprises/{uscc}/profile', { year: year.year, uscc }, signal) : null,
      rulebook(year.rulebook),
      Promise.all(LINES.map(async (id) => ({ id, schema: await schema(id, year.year, signal) }))),
      ...DATASETS.map((id) => schema(id, year.year, signal)),
    ]);
    if (!profile) {
      view.body.replaceChildren(empty(t('common.noResultOfEnterprise', { year: year.year }), pageLink('/ranking')));
      return;
    }
    view.title(t('simulator.of', { name: profile.name ?? uscc }));
    const name = 'simulation ' + year.year + ' ' + uscc;
    const kept = myDrafts();
    const draft = query.has('changes') ? null : kept.read(name);
    const changes = draft ? changesOf(/** @type {{}} */ (draft.values)) : fromAddress(query.get('changes'));
    const addressed = (/** @type {object} */ now) =>
      changed(location.search, { changes: Object.keys(now).length ? JSON.stringify(now) : '' });
    const simulation = new Simulation(profile, rules, schemas, changes, signal, (now) => {
      // The address is the scenario: it can be kept, passed on and gone back to.
      history.replaceState(history.state, '', addressed(now) || location.pathname);
      return Object.keys(now).length ? kept.keep(name, now) : kept.drop(name);
    });
    const further = (/** @type {Changes} */ more) =>
      view.show({ changes: JSON.stringify(asSent(merged(simulation.changes, more))) });
    const clear = () => {
      kept.drop(name);
      view.refresh();
    };
    const fields = new Set(schemas.flatMap((one) => one.fields.map(({ name }) => name)));
    view.body.replaceChildren(
      ...(draft ? [element('p.draft', { role: 'status' }, restored(draft.at, clear))] : []),
      element(
        'div.simulator',
        { 'data-draft': name },
        element(
          'div.figures-to-move',
          {},
          takenOver(simulation, fields),
          steps(profile, rules, further),
          additions(lines, year.year, (dataset, item) => further({ figures: {}, items: { [dataset]: [item] } })),
          schemas.map((one) => group(one, simulation)),
        ),
        simulation.result,
      ),
    );
    simulation.start();
  },
);

/** @typedef {import('../api/names.js').Book} Book */
/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/profile', 'get'>} Profile */
/** @typedef {Answer<'/years/{year}/enterprises/{uscc}/simulations', 'post'>} Supposed */
/** @typedef {import('./supposed-changes.js').Value} Value */
/** @typedef {import('./supposed-changes.js').Changes} Changes */

class Simulation {
  /**
   * @param {Profile} profile
   * @param {Book} rules
   * @param {DatasetSchema[]} schemas of the figures
   * @param {Changes} changes to begin with
   * @param {AbortSignal} signal
   * @param {(changes: object) => void} changed is told what is supposed whenever it changes
   */
  constructor(profile, rules, schemas, changes, signal, changed) {
    this.profile = profile;
    this.rules = rules;
    this.schemas = schemas;
    this.signal = signal;
    this.changes = changes;
    this.changed = changed;
    this.known = known(profile, rules.rules);
    this.result = element('section.card.result', { 'aria-live': 'polite' });
    this.following = new Following(
      this.result,
      PAUSE,
      () => this.suppose(),
      (supposed) => this.show(supposed),
    );
    this.show(profile);
  }

  /** Undefined takes the change back. */
  set(/** @type {string} */ field, /** @type {Value | undefined} */ value) {
    if (value === undefined) {
      delete this.changes.figures[field];
    } else {
      this.changes.figures[field] = value;
    }
    this.askSoon();
  }

  /** Takes a line that was added away. */
  remove(/** @type {string} */ dataset, /** @type {object} */ row) {
    this.changes.items[dataset] = this.changes.items[dataset].filter((one) => one !== row);
    this.askSoon();
  }

  /** What is taken over is asked for at once. */
  start() {
    if (this.hasChanges()) {
      this.following.ask();
    }
  }

  hasChanges() {
    return Object.keys(asSent(this.changes)).length > 0;
  }

  askSoon() {
    this.changed(asSent(this.changes));
    this.following.soon();
  }

  suppose() {
    return post(
      '/years/{year}/enterprises/{uscc}/simulations',
      { year: this.profile.year, uscc: this.profile.uscc },
      { changes: asSent(this.changes) },
      this.signal,
    );
  }

  show(/** @type {Supposed | Profile} */ supposed) {
    const { profile, rules } = this;
    const change = (supposed.total ?? 0) - (profile.total ?? 0);
    /** @type {<T>(now: T, then: T, shown: (value: T) => string) => Child} */
    const both = (now, then, shown) => [element('span.muted', {}, shown(now)), ' → ', element('b', {}, shown(then))];
    this.result.replaceChildren(
      element('h2', {}, t('simulator.result')),
      element(
        'p.total',
        {},
        element('b', { id: 'simulated' }, format.points(supposed.total)),
        this.hasChanges() ? element('span', { class: 'badge ' + tone(change) }, format.change(change)) : null,
      ),
      element(
        'dl.facts',
        {},
        fact(t('simulator.totalNow'), format.points(profile.total)),
        fact(t('common.stage'), both(profile.stage, supposed.stage, rules.stage)),
        fact(t('common.rankOverall'), both(profile.rank?.overall, supposed.rank?.overall, format.count)),
        fact(t('common.rankInStage'), both(profile.rank?.stage, supposed.rank?.stage, format.count)),
        ...rules.rules.categories.map(({ id, name }) =>
          fact(name, both(profile.categories?.[id], supposed.categories?.[id], format.points)),
        ),
      ),
      ...this.warnings(supposed),
      moved(profile, supposed, rules),
    );
  }

  /** What cannot be, and what the change of the stage costs. */
  warnings(/** @type {Supposed | Profile} */ supposed) {
    const { profile, rules, changes } = this;
    const value = (/** @type {string} */ field) =>
      field in changes.figures ? changes.figures[field] : this.known.get(field);
    const said = contradictions(this.schemas, value, changes.figures);
    if (supposed.stage !== profile.stage && (supposed.total ?? 0) < (profile.total ?? 0)) {
      said.push(t('simulator.costly', { stage: rules.stage(supposed.stage) }));
    }
    return said.length
      ? [
          element(
            'ul.notice.warn',
            { id: 'contradictions' },
            said.map((one) => element('li', {}, one)),
          ),
        ]
      : [];
  }
}

function tone(/** @type {number} */ change) {
  return change > 0.004 ? 'good' : change < -0.004 ? 'bad' : '';
}

function fact(/** @type {string} */ title, /** @type {Child} */ shown) {
  return element('div', {}, element('dt', {}, title), element('dd', {}, shown));
}

/**
 * The indicators whose points differ.
 *
 * @param {Profile} profile
 * @param {Supposed | Profile} supposed
 * @param {Book} rules
 */
function moved(profile, supposed, rules) {
  const before = new Map(profile.indicators.map((one) => [one.id, one]));
  const rows = supposed.indicators
    .map((one) => ({ ...one, change: (one.points ?? 0) - (before.get(one.id)?.points ?? 0) }))
    .filter((row) => Math.abs(row.change) > 0.0049);
  if (rows.length === 0) {
    return element('p.muted', {}, t('simulator.nothingMoved'));
  }
  /** @type {import('../table/table.js').Column<Schema<'Indicator'> & { change: number }>[]} */
  const columns = [
    {
      id: 'indicator',
      title: t('common.indicator'),
      head: true,
      value: (row) => row.id + ' ' + rules.indicator(row.id),
    },
    {
      id: 'pointsColumn',
      title: t('common.pointsColumn'),
      number: true,
      value: (row) => row.points,
      cell: (row) => format.points(row.points),
    },
    {
      id: 'change',
      title: t('common.change'),
      number: true,
      value: (row) => row.change,
      cell: (row) => format.change(row.change),
    },
  ];
  return table({ caption: t('simulator.movedIndicators'), id: 'moved', columns, rows });
}

/** The changes that came with the address and have no place in the forms; null where there are none. */
function takenOver(/** @type {Simulation} */ simulation, /** @type {Set<string>} */ fields) {
  const { changes, rules } = simulation;
  const line = (/** @type {string} */ text, /** @type {() => void} */ undo) => {
    const made = element(
      'li',
      {},
      text + ' ',
      button(
        t('simulator.remove'),
        () => {
          undo();
          made.remove();
        },
        { class: 'plain' },
      ),
    );
    return made;
  };
  const lines = [
    ...Object.entries(changes.figures)
      .filter(([field]) => !fields.has(field))
      .map(([field, value]) => line(figureInWords(field, value, rules), () => simulation.set(field, undefined))),
    ...Object.entries(changes.items).flatMap(([dataset, rows]) =>
      rows.map((row) => line(itemInWords(dataset, row, rules), () => simulation.remove(dataset, row))),
    ),
  ];
  return lines.length
    ? element(
        'section.card',
        { id: 'taken-over' },
        element('h2', {}, t('simulator.takenOver')),
        element('ul', {}, lines),
      )
    : null;
}

function group(/** @type {DatasetSchema} */ of, /** @type {Simulation} */ simulation) {
  const fields = of.fields.filter((field) => field['x-type'] !== 'uscc' && field.name !== 'name');
  const set = element('fieldset.card', {}, element('legend', {}, of.title));
  const restore = button(
    t('simulator.restore'),
    () => set.querySelectorAll('.move').forEach((row) => row.dispatchEvent(new Event('restore'))),
    { class: 'plain' },
  );
  set.append(...fields.map((one) => row(one, simulation)), restore);
  return set;
}

function row(/** @type {DatasetField} */ field, /** @type {Simulation} */ simulation) {
  return field.type === 'number' || field.type === 'integer' ? numeric(field, simulation) : listed(field, simulation);
}

function numeric(/** @type {DatasetField} */ field, /** @type {Simulation} */ simulation) {
  const now = /** @type {number | undefined} */ (simulation.known.get(field.name));
  const supposed = /** @type {number | undefined} */ (simulation.changes.figures[field.name]);
  const most = Math.max(10, Math.ceil(Math.max(Math.abs(now ?? 0) * 3, Math.abs(supposed ?? 0)))) || 100;
  const least = field.constraints?.minimum ?? -most;
  const step = field.type === 'integer' ? 1 : Math.max(0.01, 10 ** Math.floor(Math.log10(most) - 2));
  const id = 'move-' + field.name;
  const number = element('input.number', {
    id,
    type: 'number',
    min: field.constraints?.minimum,
    step: field.type === 'integer' ? 1 : 'any',
    value: supposed ?? now,
    placeholder: t('simulator.unknown'),
  });
  const slider = element('input', {
    type: 'range',
    min: least,
    max: most,
    step,
    value: supposed ?? now ?? least,
    'aria-label': field.title,
  });
  const changed = (/** @type {string | number} */ value) => {
    const unchanged = value === '' || Number(value) === now;
    simulation.set(field.name, unchanged ? undefined : Number(value));
    line.classList.toggle('changed', !unchanged);
  };
  number.addEventListener('input', () => {
    slider.value = number.value;
    if (number.validity.valid) {
      changed(number.value);
    }
  });
  slider.addEventListener('input', () => {
    number.value = slider.value;
    changed(slider.value);
  });
  const mark = fullMark(field.name, simulation.rules.rules, simulation.profile.stage, (name) =>
    simulation.known.get(name),
  );
  const full = mark !== undefined && field.type === 'integer' ? Math.ceil(mark) : mark;
  const marks = id + '-marks';
  if (full !== undefined && full <= most) {
    slider.setAttribute('list', marks);
  }
  const line = element(
    'div.move',
    {},
    element(
      'label',
      { for: id },
      field.title,
      full === undefined ? null : element('small', {}, ' ' + t('simulator.full', { value: format.value(full) })),
    ),
    slider,
    number,
    full === undefined ? null : element('datalist', { id: marks }, element('option', { value: full })),
  );
  line.classList.toggle('changed', supposed !== undefined);
  line.addEventListener('restore', () => {
    number.value = String(now ?? '');
    slider.value = String(now ?? least);
    changed(now ?? '');
  });
  return line;
}

function listed(/** @type {DatasetField} */ field, /** @type {Simulation} */ simulation) {
  const options = field.type === 'boolean' ? [true, false] : (field.constraints?.enum ?? []);
  const now = simulation.known.get(field.name);
  const supposed = simulation.changes.figures[field.name];
  const select = element(
    'select',
    { id: 'move-' + field.name },
    element('option', { value: '' }, t('simulator.unchanged')),
    options.map((value) =>
      element(
        'option',
        { value: String(value), selected: value === supposed },
        typeof value === 'boolean' ? yesOrNo(value) : valueWord(value),
      ),
    ),
  );
  const changed = () => {
    const value = field.type === 'boolean' ? select.value === 'true' : select.value;
    simulation.set(field.name, select.value === '' || select.value === now ? undefined : value);
    line.classList.toggle('changed', select.value !== '');
  };
  select.addEventListener('change', changed);
  const line = element(
    'div.move',
    {},
    element('label', { for: 'move-' + field.name }, field.title),
    element('span'),
    select,
  );
  line.classList.toggle('changed', supposed !== undefined);
  line.addEventListener('restore', () => {
    select.value = '';
    changed();
  });
  return line;
}
