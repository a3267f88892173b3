// Making and replacing elements without inline anything, and the one voice for screen readers.

export const $ = (selector, root = document) => root.querySelector(selector);

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. Text is always text, never markup, so what a customer is called cannot become code. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else if (key === "class") element.className = value;
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key in element && typeof element[key] === "boolean") element[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A name or note as it is stored: not translated, in its own direction. */
export const stored = (text, cls = "") => h("span", { class: cls || null, translate: "no", dir: "auto" }, text ?? "");

/** Replaces what is inside and keeps the keyboard where it was, by `data-focus`, or else on the container. */
export function replace(container, ...children) {
  const active = document.activeElement;
  const inside = active !== container && container.contains(active);
  const key = inside ? active.dataset.focus : undefined;
  container.replaceChildren(...children.flat(3).filter(Boolean));
  if (!inside) return;
  const again = key && container.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (again) again.focus({ preventScroll: true });
  else {
    container.tabIndex = -1;
    container.focus({ preventScroll: true });
  }
}

const waiting = [];
let speaking = false;

/** Says a result once to assistive technology; several in a row are said one after the other. */
export function announce(text) {
  if (!text) return;
  waiting.push(text);
  if (!speaking) next();
}

function next() {
  const region = $("#announcer");
  const text = waiting.shift();
  speaking = Boolean(text);
  if (!text) return;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
    setTimeout(next, 900);
  }, 60);
}

export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Storage that may be refused by the browser must not stop the shop. */
export function keep(storage, key, value) {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
  } catch {
    // A private window without storage: the page works, it only forgets on reload.
  }
}

export function kept(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}
