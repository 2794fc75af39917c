// The public API, and nothing else.

/** What the API refused, in its own words. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The address of a call, with those parameters that have a value. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return '/v1' + path + (text ? '?' + text : '');
}

export async function get(path, parameters, signal) {
  let answer;
  try {
    answer = await fetch(address(path, parameters), {
      headers: { accept: 'application/json' },
      signal,
    });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Refusal(0, '无法连接服务器，请检查网络后重试');
  }
  if (answer.ok) {
    return answer.json();
  }
  let detail = '服务器返回了错误 ' + answer.status;
  try {
    detail = (await answer.json()).detail ?? detail;
  } catch {
    // Not a problem document: the status has to do.
  }
  throw new Refusal(answer.status, detail);
}

/** The names a rulebook gives to stages and categories; ids where it is not to be had. */
export async function names(rulebook) {
  const found = { title: rulebook, number: '', stages: new Map(), categories: new Map() };
  try {
    const document = await get('/rulebooks/' + encodeURIComponent(rulebook));
    found.title = document.title;
    found.number = document.document.number;
    document.rules.stages.forEach((stage) => found.stages.set(stage.id, stage.name));
    document.rules.categories.forEach((category) => found.categories.set(category.id, category.name));
  } catch {
    // The page still works, with ids in place of names.
  }
  return found;
}
