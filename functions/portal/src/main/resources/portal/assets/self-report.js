// An enterprise's own figures, as a form; what is sent is its file of the dataset.

import { get } from './api.js';
import { button, choice, element } from './dom.js';
import { t } from './i18n.js';
import { failure, page } from './page.js';
import { session } from './session.js';
import { csv } from './table.js';
import { result } from './upload-result.js';
import { send } from './upload.js';

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
    ...[form(schema, chosen, open, view), files.items[0] ? element('section.card', {}, element('h2', {}, t('上一次填报')), result(files.items[0])) : null].filter(Boolean),
  );
});

function form(schema, chosen, open, view) {
  const fields = schema.fields.filter((field) => field.name !== 'uscc' && field.name !== 'name');
  const many = schema['x-shape'] === 'line-items';
  const rows = element('div.entries');
  const add = () => rows.append(entry(fields, rows, many));
  add();
  const outcome = element('div', { 'aria-live': 'polite' });
  const submit = async (event) => {
    event.preventDefault();
    const act = made.querySelector('[type=submit]');
    act.disabled = true;
    outcome.replaceChildren(element('p.loading', {}, t('正在提交并校验…')));
    try {
      outcome.replaceChildren(result(await send(file(fields, rows), { dataset: chosen.id, year: view.number, filename: session.uscc + '.csv' }, () => {})));
    } catch (error) {
      outcome.replaceChildren(failure(error));
    }
    act.disabled = false;
  };
  const made = element(
    'form.card',
    { id: 'self-report', submit },
    element('div.row', {}, choice(t('数据表'), open.map(({ id, title }) => [id, title]), chosen.id, (id) => view.show({ dataset: id }), { id: 'dataset' })),
    element('p.muted', {}, t('不知道的留空；没有的填 0。')),
    rows,
    element('div.actions', {}, many ? button(t('再加一条'), add, { class: 'quiet' }) : null, element('button', { type: 'submit' }, t('提交'))),
    outcome,
  );
  return made;
}

function entry(fields, rows, many) {
  const set = element('fieldset.entry', {}, element('legend', {}, many ? t('第 {number} 条', { number: rows.childElementCount + 1 }) : t('本年度数据')), fields.map(field));
  if (many && rows.childElementCount) {
    set.append(button(t('删去这一条'), () => set.remove(), { class: 'plain' }));
  }
  return set;
}

function field(of) {
  const { constraints = {} } = of;
  const common = { name: of.name, required: Boolean(constraints.required) };
  const options = constraints.enum ?? (of.type === 'boolean' ? ['是', '否'] : null);
  const input = options
    ? element('select', common, ['', ...options].map((value) => element('option', { value }, value)))
    : of.type === 'number' || of.type === 'integer'
      ? element('input', { ...common, type: 'number', min: constraints.minimum, step: of.type === 'integer' ? 1 : 'any' })
      : element('input', { ...common, type: of.type === 'date' ? 'date' : 'text', maxlength: 200, placeholder: of.example });
  return element('label.field', {}, element('span', {}, of.title), input, of.description ? element('small', {}, of.description) : null);
}

function file(fields, rows) {
  const columns = [
    { title: '统一社会信用代码', value: () => session.uscc },
    ...fields.map(({ name, title }) => ({ title, value: (set) => set.querySelector('[name="' + name + '"]').value })),
  ];
  return new File([csv(columns, [...rows.children])], session.uscc + '.csv', { type: 'text/csv' });
}
