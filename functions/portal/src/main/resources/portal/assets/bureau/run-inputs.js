// Which files a run read, version by version.

import { all, download } from '../lib/api.js';
import { button, element } from '../lib/dom.js';
import { format } from '../lib/format.js';
import { t } from '../lib/i18n.js';
import { department } from '../lib/names.js';
import { failure } from '../lib/page.js';
import { saveButton, table } from '../lib/table.js';

/** The manifest in a sentence; the files themselves are read when somebody opens the list. */
export function inputs(run, path, rules) {
  const { inputs: of, rewards, capacity } = run.manifest;
  const address = path + '/recomputations/' + encodeURIComponent(run.id) + '/inputs';
  const place = element('div', { 'aria-live': 'polite' });
  const read = async () => {
    place.replaceChildren(element('p.loading', {}, t('正在读取…')));
    try {
      place.replaceChildren(...listed((await all(address)).items, address, rules));
    } catch (error) {
      place.replaceChildren(failure(error, read));
    }
  };
  const box = element(
    'details.data',
    { id: 'inputs', toggle: () => (box.open && place.childElementCount === 0 ? read() : null) },
    element(
      'summary',
      {},
      t('计入了哪些文件：{files} 个文件，{rows} 行', { files: format.count(of.files), rows: format.count(of.rows) }),
    ),
    place,
  );
  return element(
    'section',
    {},
    element('h3', {}, t('用了哪些数据')),
    box,
    element(
      'ul.sources',
      {},
      [
        t('数据摘要 {digest}：摘要和规则都相同的两次计算，结果相同。', { digest: of.digest.slice(0, 16) }),
        ...Object.entries(of.delivered).map(([year, ids]) =>
          t('{year} 年度部门已报送：{datasets}', { year, datasets: ids.map(rules.dataset).join('、') || t('无') }),
        ),
        t('奖励测算 {enterprises} 家，{amount} 元', {
          enterprises: format.count(rewards.enterprises),
          amount: format.points(rewards.amount),
        }),
        t('数据库读取 {read}、写入 {write} 个容量单位', {
          read: format.value(capacity.read),
          write: format.value(capacity.write),
        }),
      ].map((text) => element('li', {}, text)),
    ),
  );
}

function listed(items, address, rules) {
  const part = (row, index) => row.key.split('/')[index];
  const columns = [
    {
      title: t('文件'),
      head: true,
      sortable: true,
      value: (row) => row.key,
      cell: (row) => [
        part(row, 4) ?? row.key,
        element(
          'span.code',
          {},
          [department(part(row, 1)), rules.dataset(part(row, 2)), part(row, 3)].filter(Boolean).join(' · '),
        ),
      ],
    },
    { title: t('版本'), value: (row) => row.version, cell: (row) => element('code', {}, row.version) },
    {
      title: t('上传时间'),
      sortable: true,
      class: 'short',
      value: (row) => row.uploadedAt,
      cell: (row) => format.minute(row.uploadedAt),
    },
    {
      title: t('计入'),
      unit: t('行'),
      number: true,
      sortable: true,
      value: (row) => row.rows,
      cell: (row) => format.count(row.rows),
    },
    {
      title: t('企业'),
      unit: t('家'),
      number: true,
      sortable: true,
      value: (row) => row.enterprises,
      cell: (row) => format.count(row.enterprises),
    },
  ];
  const whole = button(
    t('下载（{kind}）', { kind: 'XLSX' }),
    () => download(address, { format: 'xlsx' }, 'inputs.xlsx'),
    { class: 'plain' },
  );
  return [
    element('div.downloads', {}, saveButton(t('计入的文件'), columns, items), whole),
    table({ caption: t('计入的文件'), id: 'input-files', columns, rows: items, stacked: true }),
  ];
}
