// Move a figure, see the score move. Nothing is stored.

import { find, get, post } from '../lib/api.js';
import { button, element, link } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { rulebook } from '../lib/names.js';
import { empty, failure, page } from '../lib/page.js';
import { session } from '../lib/session.js';
import { table } from '../lib/table.js';

const PAUSE = 250;
/** Per-enterprise datasets whose figures indicators or the negative list use. */
const DATASETS = ['operations', 'workforce', 'intellectual-property', 'trade', 'investment', 'environment'];

page(
  {
    title: '积分试算',
    lead: '改动一个数据，得分随之变化；不会保存，也不影响评价。',
    year: true,
    roles: ['enterprise', 'department', 'bureau'],
  },
  async (view) => {
    const { year, query, signal } = view;
    const uscc = session.role === 'enterprise' ? session.uscc : (query.get('uscc') ?? '');
    const path = '/years/' + year.year + '/enterprises/' + encodeURIComponent(uscc);
    const [profile, rules, ...schemas] = await Promise.all([
      uscc ? find(path + '/profile', {}, signal) : null,
      rulebook(year.rulebook),
      ...DATASETS.map((id) => get('/datasets/' + id, {}, signal)),
    ]);
    if (!profile) {
      view.body.replaceChildren(
        empty(t('{year} 年度没有这家企业的结果。', { year: year.year }), link('/ranking', t('企业排名'))),
      );
      return;
    }
    view.title(t('积分试算') + ' · ' + (profile.name ?? uscc));
    const simulation = new Simulation(path, profile, rules, signal);
    view.body.replaceChildren(
      element(
        'div.simulator',
        {},
        element(
          'div.figures-to-move',
          {},
          schemas.map((schema) => group(schema, simulation)),
        ),
        simulation.result,
      ),
    );
  },
);

/** The figures as they are, as far as the score's trace tells; the others are unknown here. */
function known(profile) {
  const values = new Map();
  for (const indicator of profile.indicators) {
    for (const { field, value, key } of indicator.from ?? []) {
      if (key.split('/')[3] === String(profile.year)) {
        values.set(field, value);
      }
    }
  }
  return values;
}

class Simulation {
  constructor(path, profile, rules, signal) {
    Object.assign(this, { path, profile, rules, signal, changes: {}, known: known(profile), turn: 0 });
    this.result = element('section.card.result', { 'aria-live': 'polite' });
    this.show(profile);
  }

  set(field, value) {
    if (value === undefined) {
      delete this.changes[field];
    } else {
      this.changes[field] = value;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const turn = ++this.turn;
    this.result.setAttribute('aria-busy', 'true');
    try {
      const supposed = await post(this.path + '/simulations', { changes: this.changes }, this.signal);
      if (turn === this.turn) {
        this.show(supposed);
      }
    } catch (error) {
      if (turn === this.turn && error.name !== 'AbortError') {
        this.result.replaceChildren(failure(error, () => this.ask()));
      }
    }
    if (turn === this.turn) {
      this.result.setAttribute('aria-busy', 'false');
    }
  }

  show(supposed) {
    const { profile, rules } = this;
    const both = (now, then, shown) => [element('span.muted', {}, shown(now)), ' → ', element('b', {}, shown(then))];
    this.result.replaceChildren(
      element('h2', {}, t('试算结果')),
      element(
        'p.total',
        {},
        element('b', { id: 'simulated' }, format.points(supposed.total)),
        Object.keys(this.changes).length
          ? element(
              'span',
              { class: 'badge ' + tone(supposed.total - profile.total) },
              format.change((supposed.total ?? 0) - (profile.total ?? 0)),
            )
          : null,
      ),
      element(
        'dl.facts',
        {},
        fact(t('现在的总分'), format.points(profile.total)),
        fact(t('阶段'), both(profile.stage, supposed.stage, rules.stage)),
        fact(t('全区名次'), both(profile.rank?.overall, supposed.rank?.overall, format.count)),
        fact(t('阶段名次'), both(profile.rank?.stage, supposed.rank?.stage, format.count)),
        ...rules.rules.categories.map(({ id, name }) =>
          fact(name, both(profile.categories?.[id], supposed.categories?.[id], format.points)),
        ),
      ),
      moved(profile, supposed),
    );
  }
}

function tone(change) {
  return change > 0.004 ? 'good' : change < -0.004 ? 'bad' : '';
}

function fact(title, shown) {
  return element('div', {}, element('dt', {}, title), element('dd', {}, shown));
}

/** The indicators whose points differ. */
function moved(profile, supposed) {
  const before = new Map(profile.indicators.map((one) => [one.id, one]));
  const rows = supposed.indicators
    .map((one) => ({ ...one, change: one.points - (before.get(one.id)?.points ?? 0) }))
    .filter((row) => Math.abs(row.change) > 0.0049);
  if (rows.length === 0) {
    return element('p.muted', {}, t('还没有改动得分的数据。'));
  }
  const columns = [
    { title: t('指标'), head: true, value: (row) => row.id + ' ' + row.name },
    { title: t('得分'), number: true, value: (row) => row.points, cell: (row) => format.points(row.points) },
    { title: t('变化'), number: true, value: (row) => row.change, cell: (row) => format.change(row.change) },
  ];
  return table({ caption: t('得分变化的指标'), id: 'moved', columns, rows });
}

function group(schema, simulation) {
  const fields = schema.fields.filter((field) => field['x-type'] !== 'uscc' && field.name !== 'name');
  const set = element('fieldset.card', {}, element('legend', {}, schema.title));
  const restore = button(
    t('恢复'),
    () => set.querySelectorAll('.move').forEach((row) => row.dispatchEvent(new Event('restore'))),
    { class: 'plain' },
  );
  set.append(...fields.map((field) => row(field, simulation)), restore);
  return set;
}

function row(field, simulation) {
  return field.type === 'number' || field.type === 'integer' ? numeric(field, simulation) : listed(field, simulation);
}

function numeric(field, simulation) {
  const now = simulation.known.get(field.name);
  const most = Math.max(10, Math.ceil(Math.abs(now ?? 0) * 3)) || 100;
  const least = field.constraints?.minimum ?? -most;
  const step = field.type === 'integer' ? 1 : Math.max(0.01, 10 ** Math.floor(Math.log10(most) - 2));
  const id = 'move-' + field.name;
  const number = element('input.number', {
    id,
    type: 'number',
    min: field.constraints?.minimum,
    step: field.type === 'integer' ? 1 : 'any',
    value: now,
    placeholder: t('未知'),
  });
  const slider = element('input', {
    type: 'range',
    min: least,
    max: most,
    step,
    value: now ?? least,
    'aria-label': field.title,
  });
  const changed = (value) => {
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
  const line = element('div.move', {}, element('label', { for: id }, field.title), slider, number);
  line.addEventListener('restore', () => {
    number.value = now ?? '';
    slider.value = now ?? least;
    changed(now ?? '');
  });
  return line;
}

function listed(field, simulation) {
  const options = field.constraints?.enum ?? ['是', '否'];
  const now = simulation.known.get(field.name);
  const select = element(
    'select',
    { id: 'move-' + field.name },
    ['', ...options].map((value) => element('option', { value }, value || t('保持现状'))),
  );
  const changed = () => {
    const value = field.type === 'boolean' ? select.value === '是' : select.value;
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
  line.addEventListener('restore', () => {
    select.value = '';
    changed();
  });
  return line;
}
