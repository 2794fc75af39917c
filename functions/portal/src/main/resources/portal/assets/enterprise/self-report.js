// @ts-check
// An enterprise's own figures, or what the bureau enters for one, as a form: what is wrong is said at the field, and
// nothing is kept until all is right.

import { get, post } from '../api/api.js';
import { catalogue, schema } from '../api/catalogue.js';
import { confirmed } from '../base/confirm.js';
import { button, choice, element, link } from '../base/dom.js';
import { empty } from '../base/notices.js';
import { sentence, valueWord } from '../words/data.js';
import { clauses, list, ownWords } from '../words/i18n.js';
import { yesOrNo } from '../api/names.js';
import { failure } from '../api/failure.js';
import { page } from '../page/page.js';
import { person } from '../session/session.js';
import { figure } from '../api/sources.js';
import { unitName } from '../words/units.js';
import { result } from '../office/upload-result.js';
import { checked } from '../api/upload.js';
import { useDraft } from '../page/use-draft.js';
import { sendingEvidence } from './evidence.js';
import { Reported } from './reported.js';

const { t, phrase } = ownWords({
  'selfReport.lead': [
    '部门数据优先；部门没有的，采用企业填报的。表中为上次填报的数据，提交后以本次填报为准。',
    'Departments’ figures go first; where there is none, yours counts. The form starts from your last report.',
  ],
  'selfReport.leadOfBureau': [
    '为{enterprise}代录：作为区科学技术局的数据留存，与企业自己的填报并列、不改动它；部门数据优先。',
    'Entered for {enterprise} as the bureau’s: kept beside what it reports, never over it; departments go first.',
  ],
  'selfReport.forWhom': ['未选企业；请从企业画像的“代录数据”进入。', 'No enterprise is chosen; begin at its portrait.'],
  'selfReport.last': ['上一次填报', 'Last report'],
  'selfReport.submit': ['提交', 'Submit'],
  'selfReport.blank': ['不知道的留空；没有的填 0。', 'Leave blank what you do not know; enter 0 where there is none.'],
  'selfReport.add': ['再加一条', 'Add another'],
  'selfReport.remove': ['删去这一条', 'Remove'],
  'selfReport.entry': ['第 {number} 条', 'No. {number}'],
  'selfReport.thisYear': ['本年度数据', 'Data of this year'],
  'selfReport.halfDate': ['日期没有写全。', 'The date is not complete.'],
  'selfReport.checking': ['正在提交并校验…', 'Submitting and checking…'],
  'selfReport.faults': [
    '有 {count, number} 处要改，已标在各栏下面；改好前什么都不会保存。',
    '{count, plural, one {# entry needs} other {# entries need}} correction, marked below the fields. ' +
      'Nothing is stored until then.',
  ],
  'selfReport.inForceOwn': [
    '现行数据 {value}，为本企业填报，待核验。',
    'In force: {value}, as you reported; not verified yet.',
  ],
  'selfReport.inForceOfEnterprise': [
    '现行数据 {value}，为企业填报，待核验。',
    'In force: {value}, as the enterprise reported; not verified yet.',
  ],
  'selfReport.lost': [
    '本企业填报 {own}，与{source}的 {value} 不一致；现行数据以{source}为准，有异议的可在“异议与问题”页提出。',
    'You reported {own}; {source} says {value}, which is in force. If you do not agree, ask about it.',
  ],
  'selfReport.refusedFigure': [
    '填报的 {own} 经{office}核验不予采用，理由：{reason}。改报后重新核验。',
    'You reported {own}; {office} does not accept it: {reason}. A corrected figure is verified again.',
  ],
  'selfReport.confirmedFigure': [
    '现行数据 {value}，为本企业填报，已核验属实。',
    'In force: {value}, as you reported; verified.',
  ],
  'selfReport.bureau': ['区科学技术局', 'the bureau'],
  'selfReport.inForceOfOther': [
    '现行数据 {value}，来源：{source}，优先于企业填报。',
    'In force: {value}, from {source}, which goes before your own.',
  ],
  'selfReport.linesOfOthers': [
    '部门已报送、无需重复填报的：{lines}。',
    'Already reported by departments, no need to repeat: {lines}.',
  ],
  'selfReport.nothing': [
    '尚未填写任何数据。至少填写一项；没有的填 0。',
    'Nothing is filled in. Give at least one figure; 0 where there is none.',
  ],
  'selfReport.askClear': [
    '提交后将撤回上次填报的：{what}。部门没有的数据将不再计分。确定提交？',
    'Sending this withdraws what you reported before: {what}. What no department has will no longer count. Send it?',
  ],
  'selfReport.choose': ['请选择', 'Choose'],
  'selfReport.required': ['必填', 'required'],
  'selfReport.example': ['例如 {example}', 'e.g. {example}'],
});

page({ anyYear: true }, async (view) => {
  const { number, query, signal } = view;
  const bureau = person().roles.includes('bureau');
  const uscc = bureau ? query.get('uscc') : null;
  if (bureau && !uscc) {
    view.body.replaceChildren(empty(t('selfReport.forWhom')));
    return;
  }
  /** @type {{ uscc?: string, source?: 'bureau' }} */
  const whose = uscc ? { uscc, source: 'bureau' } : {};
  const { items } = await catalogue();
  const open = items.filter((one) => one.open);
  const dataset = open.find(({ id }) => id === query.get('dataset')) ?? open[0];
  const [fields, files, reports, { department }, found] = await Promise.all([
    schema(dataset.id, number, signal),
    bureau ? { items: [] } : get('/uploads', { year: number, dataset: dataset.id, limit: 1 }, signal),
    get('/self-reports', { year: number, ...whose }, signal),
    catalogue(),
    uscc ? get('/enterprises', { q: uscc, limit: 1 }, signal) : { items: [] },
  ]);
  view.lead(
    uscc
      ? element(
          'span',
          {},
          phrase('selfReport.leadOfBureau', {
            enterprise: link(
              '/portrait?year=' + number + '&uscc=' + uscc,
              element('span.own-words', {}, found.items[0]?.name ?? uscc),
            ),
          }),
        )
      : t('selfReport.lead'),
  );
  const form = new Form(
    fields,
    dataset,
    open,
    view,
    whose,
    new Reported(reports.items, dataset.id, whose.source),
    department,
  );
  const last = files.items[0];
  view.body.replaceChildren(
    form.whole,
    form.evidence,
    ...(last ? [element('section.card', {}, element('h2', {}, t('selfReport.last')), result(last))] : []),
  );
  if (last?.key.startsWith('uploads/')) {
    await form.showEvidence(last.id);
  }
});

/** @typedef {Schema<'Dataset'>} Dataset */
/** @typedef {HTMLInputElement | HTMLSelectElement} Input */
/** @typedef {{ name: string, detail: string }} Fault */
/** @typedef {Record<string, string | null>} Row as typed */

class Form {
  /**
   * @param {DatasetSchema} schema
   * @param {Dataset} dataset
   * @param {Dataset[]} open
   * @param {import('../page/page.js').View} view
   * @param {{ uscc?: string, source?: 'bureau' }} whose for whom the bureau enters it; an enterprise its own
   * @param {Reported} reported
   * @param {(id: string) => string} department
   */
  constructor(schema, dataset, open, view, whose, reported, department) {
    this.whose = whose;
    this.fields = schema.fields.filter((field) => field.name !== 'uscc' && field.name !== 'name');
    this.many = schema['x-shape'] === 'line-items';
    this.dataset = dataset.id;
    this.year = view.number;
    this.signal = view.signal;
    this.reported = reported;
    this.key = this.many ? this.fields.filter(({ name }) => schema['x-naturalKey']?.includes(name)) : [];
    this.department = department;
    this.rows = element('div.entries');
    this.outcome = element('div', { 'aria-live': 'polite' });
    this.evidence = element('div');
    this.act = element('button', { type: 'submit' }, t('selfReport.submit'));
    this.fill(reported.rows());
    this.whole = element(
      'form.card',
      // The API checks as it checks files, and says it in the same words.
      {
        id: 'self-report',
        novalidate: true,
        submit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.send();
        },
      },
      element(
        'div.row',
        {},
        choice(
          t('common.dataset'),
          open.map(({ id, title }) => [id, title]),
          dataset.id,
          (id) => view.show({ dataset: id }),
          { id: 'dataset' },
        ),
      ),
      element('p.muted', {}, t('selfReport.blank')),
      this.many ? this.others() : null,
      this.rows,
      element(
        'div.actions',
        {},
        this.many
          ? button(t('selfReport.add'), () => this.input(this.add(), this.fields[0].name).focus(), { class: 'quiet' })
          : null,
        this.act,
      ),
      this.outcome,
    );
    this.draft = useDraft(
      this.whole,
      ['self-report', this.year, this.dataset, whose.uscc].join(' ').trim(),
      view.signal,
      {
        read: () => ({ rows: this.values() }),
        write: (values) => this.fill(/** @type {Row[]} */ (values.rows)),
      },
    );
  }

  /** As many entries as there are rows, with their values. */
  fill(/** @type {Row[]} */ rows) {
    this.rows.replaceChildren();
    for (const row of rows.length ? rows : [{}]) {
      const set = this.add();
      this.fields.forEach(({ name }) => (this.input(set, name).value = row[name] ?? ''));
    }
  }

  /** Lines of departments, which go before the enterprise's own of the same number. */
  others() {
    const lines = this.reported.ofOthers();
    return lines.length
      ? element(
          'p.in-force',
          {},
          t('selfReport.linesOfOthers', {
            lines: list(
              lines.map(({ item, source }) => t('common.titled', { title: item, detail: this.department(source) })),
            ),
          }),
        )
      : null;
  }

  add() {
    const set = element(
      'fieldset.entry',
      {},
      element('legend'),
      this.fields.map((one) => field(one, this.many ? null : this.inForce(one))),
    );
    if (this.many && this.rows.childElementCount) {
      set.append(
        button(
          t('selfReport.remove'),
          () => {
            set.remove();
            this.number();
            this.draft.save();
            this.act.focus();
          },
          { class: 'plain' },
        ),
      );
    }
    this.rows.append(set);
    this.number();
    return set;
  }

  /** Which figure counts, and whose it is; null where there is none. */
  inForce(/** @type {DatasetField} */ { name }) {
    const one = this.reported.figure(name);
    if (one?.check?.outcome === 'refused') {
      const { department, reason } = one.check;
      const office = department ? this.department(department) : t('selfReport.bureau');
      return t('selfReport.refusedFigure', { own: figure(one.reported), office, reason });
    }
    if (!one || one.inForce === null || one.source === null) {
      return null;
    }
    if (one.verified && one.reported !== null && one.reported !== one.inForce) {
      const said = { own: figure(one.reported), value: figure(one.inForce), source: this.department(one.source) };
      return t('selfReport.lost', said);
    }
    if (one.source === 'enterprise' && one.verified) {
      return t('selfReport.confirmedFigure', { value: figure(one.inForce) });
    }
    return one.verified
      ? t('selfReport.inForceOfOther', { value: figure(one.inForce), source: this.department(one.source) })
      : t(this.whose.uscc ? 'selfReport.inForceOfEnterprise' : 'selfReport.inForceOwn', { value: figure(one.inForce) });
  }

  number() {
    [...this.rows.children].forEach((set, index) => {
      set.children[0].textContent = this.many ? t('selfReport.entry', { number: index + 1 }) : t('selfReport.thisYear');
    });
  }

  /** Of a report that has been sent. */
  async showEvidence(/** @type {string} */ upload) {
    this.evidence.replaceChildren(await sendingEvidence(upload, this.signal));
  }

  /** @returns {Input} */
  input(/** @type {Element} */ set, /** @type {string} */ name) {
    return /** @type {Input} */ (set.querySelector('[name="' + CSS.escape(name) + '"]'));
  }

  /** As they were typed: the API reads numbers as people write them. */
  values() {
    return [...this.rows.children].map((set) =>
      Object.fromEntries(this.fields.map(({ name }) => [name, this.input(set, name).value.trim() || null])),
    );
  }

  async send() {
    this.clear();
    // A date half typed has no value to send.
    const halves = this.fields
      .filter(({ type }) => type === 'date')
      .flatMap(({ name }) =>
        [...this.rows.children].flatMap((set, row) =>
          this.input(set, name).validity.badInput
            ? [{ name: '/rows/' + row + '/' + name, detail: t('selfReport.halfDate') }]
            : [],
        ),
      );
    if (halves.length) {
      this.tell({ errors: halves });
      return;
    }
    const rows = this.values();
    if (rows.every((row) => Object.values(row).every((value) => value === null))) {
      this.outcome.replaceChildren(element('p.notice.bad', { role: 'alert' }, t('selfReport.nothing')));
      return;
    }
    const cleared = this.reported.without(rows, this.fields, this.key);
    const what = list(cleared.map(({ words }) => words));
    if (what && !(await confirmed(t('selfReport.askClear', { what })))) {
      return;
    }
    this.act.disabled = true;
    this.outcome.replaceChildren(element('p.loading', {}, t('selfReport.checking')));
    try {
      const taken = await post(
        '/self-reports',
        {},
        {
          dataset: this.dataset,
          year: this.year,
          uscc: this.whose.uscc,
          rows,
          clears: cleared.map(({ name }) => name),
        },
        this.signal,
      );
      this.draft.sent();
      this.outcome.replaceChildren(result(await checked(taken.id)));
      if (!this.whose.uscc) {
        await this.showEvidence(taken.id);
      }
      const { items } = await get('/self-reports', { year: this.year, ...this.whose }, this.signal);
      this.reported = new Reported(items, this.dataset, this.whose.source);
    } catch (error) {
      this.tell(error);
    } finally {
      this.act.disabled = false;
    }
  }

  tell(/** @type {any} */ error) {
    this.outcome.replaceChildren(this.refused(error));
    /** @type {Input | null} */ (this.rows.querySelector('[aria-invalid]'))?.focus();
  }

  clear() {
    this.rows.querySelectorAll('.fault').forEach((fault) => fault.replaceChildren());
    this.rows.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
  }

  /** Each fault stands at its field; what belongs to none is said below. */
  refused(/** @type {any} */ error) {
    /** @type {Fault[]} */
    const faults = error.errors ?? [];
    const elsewhere = faults.filter((fault) => !this.mark(fault));
    if (elsewhere.length === faults.length) {
      return failure(error);
    }
    return element(
      'div.notice.bad',
      { role: 'alert' },
      element('p', {}, t('selfReport.faults', { count: faults.length })),
      elsewhere.length
        ? element(
            'ul',
            {},
            elsewhere.map(({ detail }) => element('li', {}, detail)),
          )
        : null,
    );
  }

  /** Whether the fault has a field here. */
  mark(/** @type {Fault} */ { name, detail }) {
    const [, row, column] = /^\/rows\/(\d+)\/(\w+)$/.exec(name) ?? [];
    const set = this.rows.children[Number(row)];
    const input = set && this.input(set, column);
    if (!input) {
      return false;
    }
    input.setAttribute('aria-invalid', 'true');
    input
      .closest('.field')
      ?.querySelector('.fault')
      ?.append(element('span.line', {}, detail));
    return true;
  }
}

let drawn = 0;

function field(/** @type {DatasetField} */ of, /** @type {string | null} */ inForce) {
  const { constraints = {} } = of;
  const id = 'field-' + ++drawn;
  const common = {
    name: of.name,
    id,
    'aria-required': constraints.required ? 'true' : null,
    'aria-describedby': id + '-help ' + id + '-fault',
  };
  // What the API reads in a file, and what is shown for it.
  const truths = [
    ['是', yesOrNo(true)],
    ['否', yesOrNo(false)],
  ];
  const options =
    constraints.enum?.map((value) => [value, valueWord(value)]) ?? (of.type === 'boolean' ? truths : null);
  const unit = of['x-unit'];
  const numeric = of.type === 'number' || of.type === 'integer';
  const input = options
    ? element(
        'select',
        common,
        [['', t('selfReport.choose')], ...options].map(([value, shown]) => element('option', { value }, shown)),
      )
    : numeric
      ? element('input.number', {
          ...common,
          type: 'text',
          inputmode: constraints.minimum === undefined ? 'text' : of.type === 'integer' ? 'numeric' : 'decimal',
          autocomplete: 'off',
          maxlength: 30,
        })
      : element('input', {
          ...common,
          type: of.type === 'date' ? 'date' : 'text',
          maxlength: 200,
          autocomplete: 'off',
        });
  return element(
    'div.field',
    {},
    element(
      'label',
      { for: id },
      of.title,
      constraints.required ? element('b.required', {}, ' ' + t('selfReport.required')) : null,
    ),
    element(
      'span.with-unit',
      {},
      input,
      unit && !of.title.includes('(' + unit + ')') ? element('small', {}, unitName(unit)) : null,
    ),
    element('small', { id: id + '-help' }, help(of), inForce ? element('span.in-force', {}, inForce) : null),
    element('small.fault', { id: id + '-fault' }),
  );
}

/** What the template says of the column. */
function help(/** @type {DatasetField} */ of) {
  const example = of.type === 'date' ? undefined : of.example;
  return clauses([
    ...(of.description ? [sentence(of.description)] : []),
    ...(example === undefined ? [] : [t('selfReport.example', { example: String(example) })]),
  ]);
}
