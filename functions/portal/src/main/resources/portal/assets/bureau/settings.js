// @ts-check
// What the zone sets by itself: limits of the checks, who issues papers, holidays. One proposes, another approves.

import { get, putJson } from '../api/api.js';
import { zoneDay } from '../base/zone-day.js';
import { catalogue } from '../api/catalogue.js';
import { button, element } from '../base/dom.js';
import { format } from '../words/format.js';
import { ownWords } from '../words/i18n.js';
import { page } from '../page/page.js';
import { session } from '../session/session.js';
import { keptForm } from '../page/use-draft.js';

const { t, phrase } = ownWords({
  'settings.lead': [
    '由一人提出，另一人批准后生效。',
    'One person proposes a change, and it holds once another approves it.',
  ],
  'settings.limits': ['公布前核对的限值', 'Limits of the checks before publication'],
  'settings.zone': ['落款与主办单位', 'Who issues papers and runs the site'],
  'settings.holidaysOf': ['{year} 年节假日', 'Holidays of {year}'],
  'settings.incompleteShare': [
    '数据不全企业占名录的比例超过（%）即不能公布',
    'Share of the roster with incomplete data that blocks a publication (%)',
  ],
  'settings.rankedDrop': [
    '排名企业比上年减少超过（%）即不能公布',
    'Drop of ranked enterprises against last year that blocks a publication (%)',
  ],
  'settings.medianShift': [
    '总分中位数比上年变动超过（分）即提示',
    'Shift of the median total against last year that warns (points)',
  ],
  'settings.office': ['落款单位', 'Office'],
  'settings.telephone': ['联系电话', 'Telephone'],
  'settings.seal': ['印章文字', 'Words of the seal'],
  'settings.footer': ['文末一行', 'Last line'],
  'settings.number': ['公示文号（{year} 处填年度）', 'Number of announcements ({year} stands for the year)'],
  'settings.email': ['邮箱（意见反馈、安全问题）', 'E-mail (feedback, weaknesses)'],
  'settings.filing': ['网站备案号', 'Filing number of the site'],
  'settings.privacy': ['隐私声明（可分行）', 'What is said of personal data (lines)'],
  'settings.holidays': [
    '放假的周一至周五（如 2026-10-01，以空格分隔）',
    'Days off that fall on Monday to Friday (2026-10-01, apart by blanks)',
  ],
  'settings.workdays': ['调休上班的周六、周日', 'Saturdays and Sundays that are worked'],
  'settings.departments': ['部门、联系人和报送截止日', 'Departments, contacts and due days'],
  'settings.departmentList': [
    '每个部门的名称、数据专员、后备，以及各数据集在次年的截止日（月-日）',
    'Each department’s name, contact, deputy, and until when its datasets are due in the year after (MM-DD)',
  ],
  'settings.banks': ['银行', 'Banks'],
  'settings.bankList': [
    '可获企业授权的银行：代号、名称、其程序的客户端编号（clients），可有最后一日（until，如 2027-12-31）和每个客户端每小时的请求数（callsPerHour，不写为 1000）',
    'Banks that enterprises may grant something: identifier, name, the ids of their programs, a last day if any, and ' +
      'how many calls each client may make in an hour (1000 where nothing is said)',
  ],
  'settings.formOf': ['{year} 年报表：{dataset}', 'Form of {year}: {dataset}'],
  'settings.form': ['年度报表', 'Form of a year'],
  'settings.schema': [
    '报表的结构：列名、同义列名、是否必填、核对规则、表号、截止日；可减列，新增列的 x-ordinal 不小于 1000',
    'Titles, synonyms, checks, number, due day; columns may be left out; one more has an x-ordinal from 1000 on',
  ],
  'settings.further': ['目录之外的数据集', 'Datasets besides those of the catalogue'],
  'settings.furtherName': [
    '数据集代号（小写字母或连字符，如 power-use）',
    'Identifier of the dataset (small letters and hyphens, power-use)',
  ],
  'settings.furtherShow': ['打开', 'Open'],
  'settings.furtherOf': ['数据集 {id}', 'Dataset {id}'],
  'settings.furtherSchema': [
    '数据集的结构：名称、报送部门（x-owner）、截止日、各列；x-ordinal 不小于 1000',
    'Title, department (x-owner), due day and columns of the dataset; x-ordinal from 1000 on',
  ],
  'settings.notices': ['关闭的邮件通知', 'Mails that offices have turned off'],
  'settings.off': [
    '每项写作 类别/部门代号：uploads（文件办理结果）、answers（问题交办和答复）、deadlines（期限提醒）、runs（计算完成，只发给 bureau），如 uploads/tax',
    'Each as kind/office: uploads (what came of files), answers (questions assigned and answered), deadlines ' +
      '(reminders), runs (a run is over; bureau only), e.g. uploads/tax',
  ],
  'settings.notJson': ['这里应为 JSON：{why}', 'Expected JSON here: {why}'],
  'settings.changed': ['{name}：有改动', '{name}: changed'],
  'settings.propose': ['提出改动', 'Propose the change'],
  'settings.approve': ['批准', 'Approve'],
  'settings.refuse': ['不同意', 'Refuse'],
  'settings.takeBack': ['取消提出的改动', 'Take the proposal back'],
  'settings.since': [
    '{time} 起生效，{proposed} 提出，{approved} 批准',
    'In force since {time}; proposed by {proposed}, approved by {approved}',
  ],
  'settings.initial': ['系统默认值，尚未设置过', 'The system’s default; never set'],
  'settings.proposed': ['{time} {who} 提出，待另一人批准：', 'Proposed by {who} on {time}, awaiting another person:'],
  'settings.change': ['{name}：{before} → {after}', '{name}: {before} → {after}'],
});

/** @typedef {import('../page/page.js').View} View */
/** @typedef {Schema<'Setting'>} Setting */
/** @typedef {Record<string, any>} Content */
/** @typedef {{ name: string, title: string, kind: 'share' | 'number' | 'text' | 'lines' | 'days' | 'json' }} Field */

/** @type {Field[]} */
const LIMITS = [
  { name: 'incompleteShare', title: t('settings.incompleteShare'), kind: 'share' },
  { name: 'rankedDrop', title: t('settings.rankedDrop'), kind: 'share' },
  { name: 'medianShift', title: t('settings.medianShift'), kind: 'number' },
];
/** @type {Field[]} */
const ZONE = [
  { name: 'office', title: t('settings.office'), kind: 'text' },
  { name: 'telephone', title: t('settings.telephone'), kind: 'text' },
  { name: 'seal', title: t('settings.seal'), kind: 'text' },
  { name: 'footer', title: t('settings.footer'), kind: 'text' },
  { name: 'number', title: t('settings.number', { year: '{year}' }), kind: 'text' },
  { name: 'email', title: t('settings.email'), kind: 'text' },
  { name: 'filing', title: t('settings.filing'), kind: 'text' },
  { name: 'privacy', title: t('settings.privacy'), kind: 'lines' },
];
/** @type {Field[]} */
const HOLIDAYS = [
  { name: 'holidays', title: t('settings.holidays'), kind: 'days' },
  { name: 'workdays', title: t('settings.workdays'), kind: 'days' },
];

/** @type {Field[]} */
const DEPARTMENTS = [{ name: 'departments', title: t('settings.departmentList'), kind: 'json' }];
/** @type {Field[]} */
const BANKS = [{ name: 'banks', title: t('settings.bankList'), kind: 'json' }];
/** @type {Field[]} */
const NOTICES = [{ name: 'off', title: t('settings.off'), kind: 'days' }];
/** @type {Field[]} */
const FORM = [{ name: 'schema', title: t('settings.schema'), kind: 'json' }];
/** @type {Field[]} */
const FURTHER = [{ name: 'schema', title: t('settings.furtherSchema'), kind: 'json' }];

page({ lead: t('settings.lead') }, async (view) => {
  const { signal } = view;
  const thisYear = Number(zoneDay(new Date()).slice(0, 4));
  const years = [thisYear, thisYear + 1];
  const [offices, limits, zone, departments, banks, notices, ...holidays] = await Promise.all([
    catalogue(),
    get('/settings/{file}', { file: json('limits') }, signal),
    get('/settings/{file}', { file: json('zone') }, signal),
    get('/settings/{file}', { file: json('departments') }, signal),
    get('/settings/{file}', { file: json('banks') }, signal),
    get('/settings/{file}', { file: json('notices') }, signal),
    ...years.map((year) => get('/settings/holidays/{file}', { file: json(year) }, signal)),
  ]);
  view.body.replaceChildren(
    section(t('settings.limits'), limits, LIMITS, view),
    section(t('settings.zone'), zone, ZONE, view),
    ...holidays.map((one, at) => section(t('settings.holidaysOf', { year: years[at] }), one, HOLIDAYS, view)),
    section(t('settings.departments'), departments, DEPARTMENTS, view),
    section(t('settings.banks'), banks, BANKS, view),
    section(t('settings.notices'), notices, NOTICES, view),
    await form(offices, [thisYear - 1, thisYear], view),
    await further(view),
  );
});

/**
 * The form of a dataset for a year; which one stands in the address.
 *
 * @param {Awaited<ReturnType<typeof catalogue>>} offices
 * @param {number[]} years
 * @param {View} view
 */
async function form({ items, dataset }, years, view) {
  const { query } = view;
  const ids = items.map(({ id }) => id);
  const id = ids.find((one) => one === query.get('form')) ?? ids[0];
  const year = years.find((one) => String(one) === query.get('formYear')) ?? years[0];
  const setting = await get('/settings/catalogue/{year}/{file}', { year, file: json(id) }, view.signal);
  const choice = (/** @type {string} */ name, /** @type {string[][]} */ options, /** @type {string} */ value) =>
    element(
      'select',
      {
        name,
        'aria-label': t('settings.form'),
        onchange: (/** @type {any} */ event) => view.show({ [name]: event.target.value }),
      },
      options.map(([key, text]) => element('option', { value: key, selected: key === value }, text)),
    );
  return element(
    'div',
    {},
    element('h2', {}, t('settings.form')),
    element(
      'div.row',
      {},
      choice(
        'formYear',
        years.map((one) => [String(one), String(one)]),
        String(year),
      ),
      choice(
        'form',
        ids.map((one) => [one, dataset(one)]),
        id,
      ),
    ),
    section(t('settings.formOf', { year, dataset: dataset(id) }), setting, FORM, view),
  );
}

/** A dataset besides those of the catalogue; which one stands in the address. */
async function further(/** @type {View} */ view) {
  const id = view.query.get('further') ?? '';
  const setting = id ? await get('/settings/datasets/{file}', { file: json(id) }, view.signal) : null;
  const name = element('input', {
    type: 'text',
    value: id,
    pattern: '[a-z][a-z\\-]{1,39}',
    required: true,
    autocomplete: 'off',
  });
  return element(
    'div',
    {},
    element('h2', {}, t('settings.further')),
    element(
      'form.row',
      {
        role: 'search',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          view.show({ further: name.value });
        },
      },
      element('label.field', {}, element('span', {}, t('settings.furtherName')), name),
      element('button', { type: 'submit', class: 'quiet' }, t('settings.furtherShow')),
    ),
    setting ? section(t('settings.furtherOf', { id }), setting, FURTHER, view) : null,
  );
}

/**
 * @param {string} title
 * @param {Setting} setting
 * @param {Field[]} fields
 * @param {View} view
 */
function section(title, setting, fields, view) {
  /** @type {Content} */
  const value = setting.value;
  /** @type {Content | undefined} */
  const proposed = setting.proposal?.value;
  const bureau = Boolean(session?.roles.includes('bureau'));
  const approver = Boolean(session?.roles.includes('approver'));
  /** @type {[Field, HTMLInputElement | HTMLTextAreaElement][]} */
  const inputs = fields.map((field) => [field, input(field, (proposed ?? value)[field.name], !bureau)]);
  const typed = () => ({
    ...value,
    ...Object.fromEntries(inputs.map(([field, made]) => [field.name, written(field, made.value)])),
  });
  const id = setting.key.replace(/\W+/g, '-');
  const form = keptForm(
    {
      id: 'change-' + id,
      class: 'stack',
      name: 'setting ' + setting.key,
      signal: view.signal,
      send: () => put(setting.key, typed()),
      done: view.refresh,
    },
    (sending) => [
      inputs.map(([field, made]) => element('label.field.wide-field', {}, element('span', {}, field.title), made)),
      element(
        'div.actions',
        {},
        bureau ? element('button', { type: 'submit' }, t('settings.propose')) : null,
        setting.proposal && approver
          ? button(
              t('settings.approve'),
              sending(() => put(setting.key, proposed ?? value)),
              { class: 'approve' },
            )
          : null,
        setting.proposal
          ? button(
              bureau ? t('settings.takeBack') : t('settings.refuse'),
              sending(() => put(setting.key, value)),
              { class: 'quiet' },
            )
          : null,
      ),
    ],
  );
  return element(
    'section.card.setting',
    { id },
    element('h2', {}, title),
    element('p.muted', {}, since(setting)),
    setting.proposal ? proposal(setting.proposal, value, fields) : null,
    form,
  );
}

/** The name of a file of settings. */
function json(/** @type {string | number} */ name) {
  return name + '.json';
}

function put(/** @type {string} */ key, /** @type {Content} */ content) {
  const [folder, file, form] = key.split('/');
  if (form) {
    return putJson('/settings/catalogue/{year}/{file}', { year: file, file: form }, content);
  }
  if (folder === 'datasets') {
    return putJson('/settings/datasets/{file}', { file }, content);
  }
  return file
    ? putJson('/settings/holidays/{file}', { file }, content)
    : putJson('/settings/{file}', { file: folder }, content);
}

function since(/** @type {Setting} */ { since: at, proposedBy, approvedBy }) {
  return at
    ? phrase('settings.since', {
        time: format.minute(at),
        proposed: element('span.person', {}, proposedBy?.name ?? ''),
        approved: element('span.person', {}, approvedBy?.name ?? ''),
      })
    : t('settings.initial');
}

/**
 * @param {NonNullable<Setting['proposal']>} one
 * @param {Content} value in force
 * @param {Field[]} fields
 */
function proposal(one, value, fields) {
  /** @type {Content} */
  const next = one.value;
  return element(
    'div.notice.warn',
    {},
    element('p', {}, t('settings.proposed', { time: format.minute(one.at), who: one.by.name })),
    element(
      'ul',
      {},
      fields
        .filter(({ name }) => JSON.stringify(value[name]) !== JSON.stringify(next[name]))
        .map((field) =>
          element(
            'li',
            {},
            field.kind === 'json'
              ? [t('settings.changed', { name: field.title }), changes(value[field.name], next[field.name])]
              : t('settings.change', {
                  name: field.title,
                  before: shown(field, value[field.name]),
                  after: shown(field, next[field.name]),
                }),
          ),
        ),
    ),
  );
}

/** The lines that a proposal takes away and adds. */
function changes(/** @type {any} */ before, /** @type {any} */ after) {
  const [old, next] = [before, after].map((one) => JSON.stringify(one, null, 1).split('\n'));
  const lines = [
    ...old.filter((line) => !next.includes(line)).map((line) => '− ' + line.trim()),
    ...next.filter((line) => !old.includes(line)).map((line) => '+ ' + line.trim()),
  ];
  return element('pre', {}, lines.join('\n'));
}

/** As it is typed: shares in per cent, days apart by blanks. */
function shown(/** @type {Field} */ { kind }, /** @type {any} */ value) {
  switch (kind) {
    case 'share':
      return String(Math.round(value * 10000) / 100);
    case 'days':
      return value.join(' ');
    case 'json':
      return JSON.stringify(value, null, 2);
    default:
      return String(value ?? '');
  }
}

function written(/** @type {Field} */ { kind }, /** @type {string} */ text) {
  switch (kind) {
    case 'share':
      return Number(text) / 100;
    case 'number':
      return Number(text);
    case 'json':
      try {
        return JSON.parse(text);
      } catch (error) {
        throw new Error(t('settings.notJson', { why: /** @type {Error} */ (error).message }), { cause: error });
      }
    case 'days':
      return text.split(/[\s,，、;；]+/).filter(Boolean);
    default:
      return text.trim();
  }
}

/**
 * @param {Field} field
 * @param {any} value
 * @param {boolean} readonly
 * @returns {HTMLInputElement | HTMLTextAreaElement}
 */
function input(field, value, readonly) {
  if (['days', 'lines', 'json'].includes(field.kind)) {
    const rows = field.kind === 'json' ? 16 : 3;
    return element('textarea', { name: field.name, rows, readonly }, shown(field, value));
  }
  const number = field.kind !== 'text';
  return element('input', {
    name: field.name,
    value: shown(field, value),
    readonly,
    ...(number ? { type: 'number', min: 0, max: 100, step: 'any', required: true } : { type: 'text', maxlength: 200 }),
  });
}
