// Shows the OpenAPI document as a page that can be read.
const routes = document.getElementById('routes');

function element(name, text, attributes = {}) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

function shape(schema, all, seen = []) {
  if (!schema) return 'nothing';
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return seen.includes(name) ? name : shape(all[name], all, [...seen, name]);
  }
  for (const key of ['oneOf', 'anyOf', 'allOf']) {
    if (schema[key]) {
      const parts = schema[key].filter((s) => s.type !== 'null').map((s) => shape(s, all, seen));
      return key === 'allOf' && parts.every((p) => typeof p === 'object') ? Object.assign({}, ...parts) : parts.length === 1 ? parts[0] : parts;
    }
  }
  const type = Array.isArray(schema.type) ? schema.type.filter((t) => t !== 'null').join('|') : schema.type;
  if (type === 'array') return [shape(schema.items, all, seen)];
  if (schema.properties) {
    const needed = new Set(schema.required ?? []);
    return Object.fromEntries(
      Object.entries(schema.properties).map(([k, v]) => [needed.has(k) ? k : `${k}?`, shape(v, all, seen)]),
    );
  }
  return schema.enum ? schema.enum.join('|') : (type ?? 'any');
}

function body(title, content, all) {
  const schema = Object.values(content ?? {})[0]?.schema;
  if (!schema) return [];
  return [element('h4', title), element('pre', JSON.stringify(shape(schema, all), null, 2))];
}

function route(method, path, operation, all) {
  const box = element('details');
  const head = element('summary');
  head.append(element('span', method.toUpperCase(), { class: 'method' }), element('code', path), ` ${operation.description ?? operation.summary ?? ''}`);
  box.append(head);
  if (operation.parameters?.length) {
    const table = element('table');
    for (const p of operation.parameters) {
      const row = element('tr');
      row.append(element('td', p.name), element('td', p.in), element('td', p.required ? 'required' : ''), element('td', p.description ?? ''));
      table.append(row);
    }
    box.append(element('h4', 'Parameters'), table);
  }
  box.append(...body('Body', operation.requestBody?.content, all));
  for (const [status, response] of Object.entries(operation.responses)) box.append(...body(`Answer ${status}`, response.content, all));
  return box;
}

const api = await (await fetch('/api/openapi.json')).json();
const all = api.components?.schemas ?? {};
const byTag = Map.groupBy
  ? Map.groupBy(Object.entries(api.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation }))), (r) => r.operation.tags?.[0] ?? '')
  : new Map([['', Object.entries(api.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })))]]);
routes.replaceChildren();
routes.setAttribute('aria-busy', 'false');
for (const [tag, list] of byTag) {
  routes.append(element('h2', tag));
  for (const { path, method, operation } of list) routes.append(route(method, path, operation, all));
}
