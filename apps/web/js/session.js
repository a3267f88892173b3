// Who is signed in: the link's code, the tokens of this tab, and requests that carry them.

import { keep, kept, uuid } from "./dom.js";

const TOKENS = "execora.tokens";
const TIMEOUT_MS = 15_000;

/** A request the server refused, or that never reached it (`status` 0). */
export class Refused extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || problem.title || problem.code || "");
    this.status = status;
    this.code = problem.code || (status === 0 ? "offline" : "internal");
    this.problem = problem;
  }
}

export class Session extends EventTarget {
  #tokens = kept(sessionStorage, TOKENS);
  #refreshing = null;

  get signedIn() {
    return Boolean(this.#tokens);
  }

  get user() {
    return this.#tokens?.user ?? null;
  }

  /** Takes `#sign_in=` out of the address at once, so that it stays neither in the history nor on the screen. */
  static codeFromAddress() {
    const code = new URLSearchParams(location.hash.slice(1)).get("sign_in");
    if (code) history.replaceState(null, "", location.pathname + location.search);
    return code;
  }

  async exchange(code) {
    const { status, data } = await this.#fetch("POST", "/auth/exchange", { body: { code } });
    if (status !== 200) throw new Refused(status, data);
    this.#store(data);
  }

  /** Ends the sign-in on the server; `false` when it could not be told, and only this tab forgets. */
  async signOut() {
    const { access_token: token, refresh_token } = this.#tokens ?? {};
    const body = refresh_token ? { refresh_token } : {};
    const answer = await this.#fetch("POST", "/auth/logout", { body, token }).catch(() => ({ status: 0 }));
    this.forget();
    return answer.status === 204 || answer.status === 401;
  }

  forget() {
    this.#tokens = null;
    keep(sessionStorage, TOKENS, null);
    this.dispatchEvent(new Event("signed-out"));
  }

  /** One request under `/api/v1`: `{data, etag, status}`, or it throws `Refused`. */
  async request(method, path, { body, key, etag, signal } = {}) {
    if (this.#expiresSoon()) await this.refresh();
    let answer = await this.#fetch(method, path, { body, key, etag, signal, token: this.#tokens?.access_token });
    if (answer.status === 401 && this.#tokens) {
      await this.refresh();
      answer = await this.#fetch(method, path, { body, key, etag, signal, token: this.#tokens?.access_token });
      if (answer.status === 401) this.forget();
    }
    if (answer.status < 200 || answer.status > 299) throw new Refused(answer.status, answer.data);
    return answer;
  }

  get(path, options) {
    return this.request("GET", path, options);
  }

  /** Gets new tokens once, however many requests found the old ones spent. */
  refresh() {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh() {
    if (!this.#tokens?.refresh_token) {
      this.forget();
      throw new Refused(401, { code: "unauthenticated" });
    }
    const { status, data } = await this.#fetch("POST", "/auth/refresh", { body: { refresh_token: this.#tokens.refresh_token } });
    if (status === 200) return this.#store(data);
    if (status >= 400 && status < 500 && status !== 429) this.forget();
    throw new Refused(status, data);
  }

  #expiresSoon() {
    return Boolean(this.#tokens?.refresh_token) && Date.now() > this.#tokens.expires_at - 30_000;
  }

  #store(data) {
    const { access_token, refresh_token, expires_in, user, tenant } = data;
    const before = this.#tokens ?? {};
    this.#tokens = {
      access_token,
      refresh_token: refresh_token ?? before.refresh_token,
      expires_at: Date.now() + (Number(expires_in) || 3600) * 1000,
      user: user ?? before.user,
      tenant: tenant ?? before.tenant,
    };
    keep(sessionStorage, TOKENS, this.#tokens);
  }

  /** The shop's settings as the sign-in answer told them. */
  get tenant() {
    const { tenant } = this.#tokens ?? {};
    return tenant && typeof tenant === "object" ? tenant : {};
  }

  async #fetch(method, path, { body, key, etag, signal, token }) {
    const headers = { Accept: "application/json", "X-Correlation-ID": uuid() };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (key) headers["Idempotency-Key"] = key;
    if (etag) headers["If-Match"] = etag;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TIMEOUT_MS);
    signal?.addEventListener("abort", () => limit.abort(), { once: true });
    let response;
    try {
      response = await fetch(`/api/v1${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: limit.signal,
        cache: "no-store",
        credentials: "omit",
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Refused(0);
    } finally {
      clearTimeout(timer);
    }
    const text = response.status === 204 ? "" : await response.text().catch(() => "");
    let data = null;
    try {
      data = text ? JSON.parse(text) : null;
    } catch {
      data = { detail: "" };
    }
    return { status: response.status, data, etag: response.headers.get("ETag") };
  }
}
