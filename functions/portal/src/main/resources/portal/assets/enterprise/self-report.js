// An enterprise's own figures, as a form: what is wrong is said at the field, and nothing is kept until all is right.

import { get, post } from '../lib/api.js';
import { button, choice, element } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { failure, page } from '../lib/page.js';
import { result } from '../lib/upload-result.js';
import { checked } from '../lib/upload.js';

page({ title: '自主填报', anyYear: true, roles: ['enterprise'] }, async (view) => {
  const { number, query, signal } = view;
  const catalogue = await get('/datasets', {}, signal);
  const open = catalogue.items.filter((one) => one.open);
  const chosen = open.find(({ id }) => id === query.get('dataset')) ?? open[0];
  const [schema, files] = await Promise.all([
    get('/datasets/' + chosen.id, {}, signal),
    get('/uploads', { year: number, dataset: chosen.id, limit: 1 }, signal),
  ]);
  view.lead(t('部门数据优先；部门没有的，用企业填报的。再次提交会替换本表上一次的填报。'));
  view.body.replaceChildren(
    ...[
      new Form(schema, chosen, open, view).whole,
      files.items[0] ? element('section.card', {}, element('h2', {}, t('上一次填报')), result(files.items[0])) : null,
    ].filter(Boolean),
  );
});

class Form {
  constructor(schema, chosen, open, view) {
    this.fields = schema.fields.filter((field) => field.name !== 'uscc' && field.name !== 'name');
    this.many = schema['x-shape'] === 'line-items';
    this.dataset = chosen.id;
    this.year = view.number;
    this.signal = view.signal;
    this.rows = element('div.entries');
    this.outcome = element('div', { 'aria-live': 'polite' });
    this.act = element('button', { type: 'submit' }, t('提交'));
    this.add();
    this.whole = element(
      'form.card',
      // The API checks as it checks files, and says it in the same words.
      {
        id: 'self-report',
        novalidate: true,
        submit: (event) => {
          event.preventDefault();
          this.send();
        },
      },
      element(
        'div.row',
        {},
        choice(
          t('数据表'),
          open.map(({ id, title }) => [id, title]),
          chosen.id,
          (id) => view.show({ dataset: id }),
          { id: 'dataset' },
        ),
      ),
      element('p.muted', {}, t('不知道的留空；没有的填 0。')),
      this.rows,
      element(
        'div.actions',
        {},
        this.many
          ? button(t('再加一条'), () => this.add().querySelector('input, select').focus(), { class: 'quiet' })
          : null,
        this.act,
      ),
      this.outcome,
    );
  }

  add() {
    const set = element('fieldset.entry', {}, element('legend'), this.fields.map(field));
    if (this.many && this.rows.childElementCount) {
      set.append(
        button(
          t('删去这一条'),
          () => {
            set.remove();
            this.number();
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

  number() {
    [...this.rows.children].forEach((set, index) => {
      set.firstChild.textContent = this.many ? t('第 {number} 条', { number: index + 1 }) : t('本年度数据');
    });
  }

  input(set, name) {
    return set?.querySelector('[name="' + CSS.escape(name) + '"]');
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
            ? [{ name: '/rows/' + row + '/' + name, detail: t('日期没有写全。') }]
            : [],
        ),
      );
    if (halves.length) {
      this.tell({ errors: halves });
      return;
    }
    this.act.disabled = true;
    this.outcome.replaceChildren(element('p.loading', {}, t('正在提交并校验…')));
    try {
      const taken = await post(
        '/self-reports',
        { dataset: this.dataset, year: this.year, rows: this.values() },
        this.signal,
      );
      this.outcome.replaceChildren(result(await checked(taken.id)));
    } catch (error) {
      this.tell(error);
    } finally {
      this.act.disabled = false;
    }
  }

  tell(error) {
    this.outcome.replaceChildren(this.refused(error));
    this.rows.querySelector('[aria-invalid]')?.focus();
  }

  clear() {
    this.rows.querySelectorAll('.fault').forEach((fault) => fault.replaceChildren());
    this.rows.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
  }

  /** Each fault stands at its field; what belongs to none is said below. */
  refused(error) {
    const elsewhere = (error.errors ?? []).filter((fault) => !this.mark(fault));
    const marked = (error.errors ?? []).length - elsewhere.length;
    if (marked === 0) {
      return failure(error);
    }
    return element(
      'div.notice.bad',
      { role: 'alert' },
      element('p', {}, t('有 {count} 处要改，已标在各栏下面；改好前什么都不会保存。', { count: error.errors.length })),
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
  mark({ name, detail }) {
    const [, row, field] = /^\/rows\/(\d+)\/(\w+)$/.exec(name) ?? [];
    const input = field && this.input(this.rows.children[row], field);
    if (!input) {
      return false;
    }
    input.setAttribute('aria-invalid', 'true');
    input
      .closest('.field')
      .querySelector('.fault')
      .append(element('span.line', {}, detail));
    return true;
  }
}

let drawn = 0;

function field(of) {
  const { constraints = {} } = of;
  const id = 'field-' + ++drawn;
  const common = {
    name: of.name,
    id,
    'aria-required': constraints.required ? 'true' : null,
    'aria-describedby': id + '-help ' + id + '-fault',
  };
  const options = constraints.enum ?? (of.type === 'boolean' ? ['是', '否'] : null);
  const unit = of['x-unit'];
  const numeric = of.type === 'number' || of.type === 'integer';
  const input = options
    ? element(
        'select',
        common,
        ['', ...options].map((value) => element('option', { value }, value || t('请选择'))),
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
    element('label', { for: id }, of.title, constraints.required ? element('b.required', {}, ' ' + t('必填')) : null),
    element(
      'span.with-unit',
      {},
      input,
      unit && !of.title.includes('(' + unit + ')') ? element('small', {}, unit) : null,
    ),
    element('small', { id: id + '-help' }, help(of)),
    element('small.fault', { id: id + '-fault' }),
  );
}

/** What the template says of the column. */
function help(of) {
  return [of.description, of.example && of.type !== 'date' ? t('例如 {example}', { example: of.example }) : '']
    .filter(Boolean)
    .join('；');
}
