// The API as its own description has it: what can be called, by whom, with what, and what it answers.

import { get } from '../lib/api.js';
import { element, link } from '../lib/dom.js';
import { language, t } from '../lib/i18n.js';
import { page } from '../lib/page.js';
import { table } from '../lib/table.js';

const DESCRIPTION = '/v1/openapi.json';
const METHODS = ['get', 'post', 'put', 'delete'];
const ROLES = { bureau: '区科学技术局', department: '部门', enterprise: '企业' };

page({ title: '接口文档' }, async (view) => {
  const api = await get('/openapi.json', {}, view.signal);
  view.lead(api.info.summary, '。', link(DESCRIPTION, 'OpenAPI ' + api.openapi));
  const calls = operations(api);
  const tags = api.tags.map(({ name }) => name).filter((name) => calls.some((call) => call.tag === name));
  view.body.replaceChildren(
    element('p', {}, api.info.description),
    element(
      'nav.contents',
      { 'aria-label': t('目录') },
      element(
        'ul',
        {},
        [...tags, t('数据结构')].map((name, index) => element('li', {}, link('#part-' + index, name))),
      ),
    ),
    ...tags.map((tag, index) =>
      part(
        index,
        tag,
        calls.filter((call) => call.tag === tag).map((call) => operation(api, call)),
      ),
    ),
    part(
      tags.length,
      t('数据结构'),
      Object.entries(api.components.schemas).map(([name, schema]) => structure(api, name, schema)),
    ),
  );
  open();
  if (language === 'en') {
    view.body.setAttribute('lang', 'zh-CN');
  }
});

const part = (index, title, content) =>
  element('section', { id: 'part-' + index }, element('div.above', {}, element('h2', {}, title)), content);

function operations(api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      ...item[method],
      path,
      method: method.toUpperCase(),
      tag: item[method].tags[0],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((one) => follow(api, one)),
      roles: item[method]['x-roles'] ?? [],
    })),
  );
}

/** What a reference stands for. */
function follow(api, node) {
  return node.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, name) => at[name], api)
    : node;
}

function operation(api, call) {
  const who = call.roles.length ? call.roles.map((role) => t(ROLES[role] ?? role)).join('、') : t('公开，无需登录');
  return element(
    'details.data',
    { id: call.operationId },
    element('summary', {}, element('code', {}, call.method + ' ' + call.path), ' ', call.summary),
    call.description ? element('p', {}, call.description) : null,
    element('p', {}, t('谁可以调用') + '：' + who),
    call.parameters.length ? parameters(call) : null,
    call.requestBody ? body(call.requestBody) : null,
    answers(api, call),
  );
}

function parameters(call) {
  const places = { path: t('路径'), query: t('查询') };
  const columns = [
    { title: t('参数'), head: true, value: (row) => row.name, cell: (row) => element('code', {}, row.name) },
    { title: t('位置'), class: 'short', value: (row) => places[row.in] ?? row.in },
    { title: t('必需'), class: 'short', value: (row) => (row.required ? t('是') : t('否')) },
    { title: t('类型'), value: (row) => text(row.schema), cell: (row) => type(row.schema) },
    { title: t('说明'), value: (row) => row.description ?? '' },
    { title: t('示例'), value: (row) => String(row.example ?? '') },
  ];
  return table({ caption: t('参数'), columns, rows: call.parameters, stacked: true });
}

function body(requestBody) {
  const [[media, { schema, example }]] = Object.entries(requestBody.content);
  return [
    element('p', {}, t('请求正文') + '：' + media),
    fields(t('请求正文'), schema),
    example ? element('pre', { tabindex: 0 }, JSON.stringify(example, null, 2)) : null,
  ];
}

function answers(api, call) {
  const rows = Object.entries(call.responses).map(([status, node]) => ({ status, ...follow(api, node) }));
  const columns = [
    {
      title: t('状态'),
      head: true,
      class: 'short',
      value: (row) => (row.status === 'default' ? t('其他') : row.status),
    },
    { title: t('说明'), value: (row) => row.description },
    {
      title: t('内容'),
      value: (row) => Object.keys(row.content ?? {}).join(' '),
      cell: (row) =>
        Object.entries(row.content ?? {}).map(([media, { schema }]) =>
          element('span.line', {}, element('code', {}, media), ' ', schema ? type(schema) : ''),
        ),
    },
  ];
  return table({ caption: t('答复'), columns, rows, stacked: true });
}

function structure(api, name, schema) {
  return element(
    'details.data',
    { id: 'schema-' + name },
    element('summary', {}, element('code', {}, name)),
    schema.description ? element('p', {}, schema.description) : null,
    fields(name, schema),
  );
}

/** The members of an object; of anything else what it is. */
function fields(caption, schema) {
  if (!schema.properties) {
    return element('p', {}, type(schema));
  }
  const required = new Set(schema.required ?? []);
  const columns = [
    { title: t('字段'), head: true, value: ([name]) => name, cell: ([name]) => element('code', {}, name) },
    { title: t('类型'), value: ([, of]) => text(of), cell: ([, of]) => type(of) },
    { title: t('必有'), class: 'short', value: ([name]) => (required.has(name) ? t('是') : t('否')) },
    { title: t('说明'), value: ([, of]) => of.description ?? '' },
  ];
  return table({ caption, columns, rows: Object.entries(schema.properties), stacked: true });
}

const nameOf = (schema) => schema.$ref.split('/').at(-1);

/** A type in words, with links to what it is made of; text() is the same without the links. */
function type(schema) {
  if (schema.$ref) {
    return link('#schema-' + nameOf(schema), nameOf(schema));
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

function text(schema) {
  if (schema.$ref) {
    return nameOf(schema);
  }
  if (schema.enum || 'const' in schema) {
    return (schema.enum ?? [schema.const]).map((value) => JSON.stringify(value)).join(' | ');
  }
  if (schema.items) {
    return text(schema.items) + '[]';
  }
  const kind = [schema.type ?? 'any'].flat().join(' | ');
  return schema.format ? kind + '（' + schema.format + '）' : kind;
}

/** An address that names a call or a structure opens it. */
function open() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target?.matches('details')) {
    target.open = true;
    target.scrollIntoView();
  }
}

window.addEventListener('hashchange', open);
