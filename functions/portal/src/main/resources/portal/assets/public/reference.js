// @ts-check
// The API as its own description has it: what can be called, by whom, with what, and what it answers.

import { get } from '../api/api.js';
import { element, link } from '../base/dom.js';
import { language, list, ownWords } from '../words/i18n.js';
import { yesOrNo } from '../api/names.js';
import { ROLES } from '../words/roles.js';
import { chapters } from '../page/chapters.js';
import { page } from '../page/page.js';
import { table } from '../table/table.js';

const { t } = ownWords({
  'api.description': [
    '公开内容不需要登录；其余在 Authorization 请求头中提供令牌。',
    'What is public needs no sign-in; for the rest send a token in the Authorization header. Details are in Chinese.',
  ],
  'api.schemas': ['数据结构', 'Schemas'],
  'api.problems': ['错误', 'Problems'],
  'api.problemsNote': [
    '出错时答复 application/problem+json（RFC 9457）：type 是下列种类之一，title 按 Accept-Language 为中文或英文，' +
      'detail 说明出了什么问题、怎样处理，errors 逐条列出请求中的错误。',
    'A refusal is application/problem+json (RFC 9457): type is one of these kinds, title is in Chinese or English ' +
      'by Accept-Language, detail says what happened and what to do, errors lists what is wrong with the request.',
  ],
  'api.bureau': ['区科学技术局', 'Science and technology bureau'],
  'api.public': ['公开，无需登录', 'public, no sign-in'],
  'api.callers': ['谁可以调用：{roles}', 'Callers: {roles}'],
  'api.path': ['路径', 'Path'],
  'api.query': ['查询', 'Query'],
  'api.parameter': ['参数', 'Parameter'],
  'api.location': ['位置', 'Location'],
  'api.required': ['必需', 'Required'],
  'api.type': ['类型', 'Type'],
  'api.example': ['示例', 'Example'],
  'api.requestBody': ['请求正文', 'Request body'],
  'api.requestBodyOf': ['请求正文：{media}', 'Request body: {media}'],
  'api.other': ['其他', 'Other'],
  'api.answers': ['答复', 'Responses'],
  'api.field': ['字段', 'Field'],
  'api.always': ['必有', 'Always present'],
});

const DESCRIPTION = '/v1/openapi.json';
/** Of the descriptions' details. */
const CHINESE = language === 'en' ? { lang: 'zh-CN' } : {};
/** @type {ApiMethod[]} */
const METHODS = ['get', 'post', 'put', 'delete'];
/** @type {Record<string, string>} */
const CALLERS = { ...ROLES, bureau: t('api.bureau'), department: t('common.department') };

page({}, async (view) => {
  const api = /** @type {ApiDocument} */ (/** @type {unknown} */ (await get('/openapi.json', {}, view.signal)));
  view.lead(
    language === 'en' ? api.info['x-en'] : api.info.summary,
    ' · ',
    link(DESCRIPTION, 'OpenAPI ' + api.openapi),
  );
  const calls = operations(api);
  const tags = api.tags.filter(({ name }) => calls.some((call) => call.tag === name));
  const titles = tags.map((tag) => (language === 'en' ? tag['x-en'] : tag['x-displayName']));
  view.body.replaceChildren(
    element('p', {}, language === 'en' ? t('api.description') : api.info.description),
    ...chapters([
      ...tags.map(
        (tag, index) =>
          /** @type {import('../page/chapters.js').Chapter} */ ([
            'part-' + index,
            titles[index],
            calls.filter((call) => call.tag === tag.name).map((call) => operation(api, call)),
          ]),
      ),
      ['part-' + tags.length, t('api.problems'), element('p', {}, t('api.problemsNote')), problems(api['x-problems'])],
      [
        'part-' + (tags.length + 1),
        t('api.schemas'),
        Object.entries(api.components.schemas).map(([name, schema]) => structure(name, schema)),
      ],
    ]),
  );
});

/** @returns {ApiCall[]} */
function operations(/** @type {ApiDocument} */ api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) {
        return [];
      }
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return [
        {
          ...operation,
          path,
          method: method.toUpperCase(),
          tag: operation.tags[0],
          parameters: parameters.map((one) => follow(api, one)),
          roles: operation['x-roles'] ?? [],
        },
      ];
    }),
  );
}

/**
 * What a reference stands for.
 *
 * @template {{ $ref?: string }} T
 * @param {ApiDocument} api
 * @param {T} node
 * @returns {T}
 */
function follow(api, node) {
  return node.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((/** @type {any} */ at, name) => at[name], api)
    : node;
}

function operation(/** @type {ApiDocument} */ api, /** @type {ApiCall} */ call) {
  const names = call.roles.map((role) => CALLERS[role] ?? role);
  const title = language === 'en' ? call['x-en'] : call.summary;
  const address = element('code', {}, call.method + ' ' + call.path);
  return folded(call.operationId, [address, ' ', title], () => [
    call.description ? element('p', CHINESE, call.description) : null,
    element('p', {}, t('api.callers', { roles: names.length ? list(names) : t('api.public') })),
    call.parameters.length ? parameters(call) : null,
    call.requestBody ? body(follow(api, call.requestBody).content) : null,
    answers(api, call),
  ]);
}

/**
 * What is made once it is opened: nobody opens some two hundred tables.
 *
 * @param {string} id
 * @param {Child} title
 * @param {() => Child} content
 */
function folded(id, title, content) {
  const details = element('details.data', { id }, element('summary', {}, title));
  details.addEventListener('toggle', () => details.append(element('div', {}, content())), { once: true });
  return details;
}

function parameters(/** @type {ApiCall} */ call) {
  /** @type {Record<string, string>} */
  const places = { path: t('api.path'), query: t('api.query') };
  /** @type {import('../table/table.js').Column<ApiParameter>[]} */
  const columns = [
    {
      id: 'parameter',
      title: t('api.parameter'),
      head: true,
      value: (row) => row.name,
      cell: (row) => element('code', {}, row.name),
    },
    { id: 'location', title: t('api.location'), class: 'short', value: (row) => places[row.in] ?? row.in },
    { id: 'required', title: t('api.required'), class: 'short', value: (row) => yesOrNo(row.required) },
    { id: 'type', title: t('api.type'), value: (row) => text(row.schema), cell: (row) => type(row.schema) },
    { id: 'note', title: t('common.note'), value: (row) => row.description ?? '' },
    { id: 'example', title: t('api.example'), value: (row) => String(row.example ?? '') },
  ];
  return table({ caption: t('api.parameter'), columns, rows: call.parameters, stacked: true });
}

function body(/** @type {ApiContent} */ content) {
  const [[media, { schema, example }]] = Object.entries(content);
  return [
    element('p', {}, t('api.requestBodyOf', { media })),
    schema ? fields(t('api.requestBody'), schema) : null,
    example ? element('pre', { tabindex: 0 }, JSON.stringify(example, null, 2)) : null,
  ];
}

function answers(/** @type {ApiDocument} */ api, /** @type {ApiCall} */ call) {
  const rows = Object.entries(call.responses).map(([status, node]) => ({ status, ...follow(api, node) }));
  /** @type {import('../table/table.js').Column<(typeof rows)[number]>[]} */
  const columns = [
    {
      id: 'status',
      title: t('common.status'),
      head: true,
      class: 'short',
      value: (row) => (row.status === 'default' ? t('api.other') : row.status),
    },
    { id: 'note', title: t('common.note'), value: (row) => row.description },
    {
      id: 'content',
      title: t('common.content'),
      value: (row) => Object.keys(row.content ?? {}).join(' '),
      cell: (row) =>
        Object.entries(row.content ?? {}).map(([media, { schema }]) =>
          element('span.line', {}, element('code', {}, media), ' ', schema ? type(schema) : ''),
        ),
    },
  ];
  return table({ caption: t('api.answers'), columns, rows, stacked: true });
}

function problems(/** @type {ApiProblem[]} */ rows) {
  /** @type {import('../table/table.js').Column<ApiProblem>[]} */
  const columns = [
    {
      id: 'type',
      title: t('api.type'),
      head: true,
      value: (row) => row.type,
      cell: (row) => element('code', { id: row.type.split('#')[1] }, row.type),
    },
    { id: 'status', title: t('common.status'), class: 'short', value: (row) => row.status },
    { id: 'note', title: t('common.note'), value: (row) => (language === 'en' ? row['x-en'] : row.title) },
  ];
  return table({ caption: t('api.problems'), columns, rows, stacked: true });
}

function structure(/** @type {string} */ name, /** @type {ApiSchema} */ schema) {
  return folded('schema-' + name, element('code', {}, name), () => [
    schema.description ? element('p', CHINESE, schema.description) : null,
    fields(name, schema),
  ]);
}

/** The members of an object; of anything else what it is. */
function fields(/** @type {string} */ caption, /** @type {ApiSchema} */ schema) {
  if (!schema.properties) {
    return element('p', {}, type(schema));
  }
  const required = new Set(schema.required ?? []);
  /** @type {import('../table/table.js').Column<[name: string, of: ApiSchema]>[]} */
  const columns = [
    {
      id: 'field',
      title: t('api.field'),
      head: true,
      value: ([name]) => name,
      cell: ([name]) => element('code', {}, name),
    },
    { id: 'type', title: t('api.type'), value: ([, of]) => text(of), cell: ([, of]) => type(of) },
    {
      id: 'always',
      title: t('api.always'),
      class: 'short',
      value: ([name]) => yesOrNo(required.has(name)),
    },
    { id: 'note', title: t('common.note'), value: ([, of]) => of.description ?? '' },
  ];
  return table({ caption, columns, rows: Object.entries(schema.properties), stacked: true });
}

const nameOf = (/** @type {string} */ reference) => reference.split('/').at(-1) ?? reference;

/**
 * A type in words, with links to what it is made of; text() is the same without the links.
 *
 * @type {(schema: ApiSchema) => Child}
 */
function type(schema) {
  if (schema.$ref) {
    return link('#schema-' + nameOf(schema.$ref), nameOf(schema.$ref));
  }
  const several = schema.oneOf ?? schema.allOf;
  if (several) {
    return several.flatMap((one, index) => [index ? (schema.oneOf ? ' | ' : ' + ') : null, type(one)]);
  }
  if (schema.items) {
    return [type(schema.items), '[]'];
  }
  return text(schema);
}

/** @type {(schema: ApiSchema) => string} */
function text(schema) {
  if (schema.$ref) {
    return nameOf(schema.$ref);
  }
  if (schema.enum || 'const' in schema) {
    return (schema.enum ?? [schema.const]).map((value) => JSON.stringify(value)).join(' | ');
  }
  if (schema.items) {
    return text(schema.items) + '[]';
  }
  const kind = [schema.type ?? 'any'].flat().join(' | ');
  return schema.format ? t('common.titled', { title: kind, detail: schema.format }) : kind;
}
