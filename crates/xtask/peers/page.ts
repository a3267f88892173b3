// Pages through lists of a running shop with the client that was generated from its document.
import createClient from "openapi-fetch";
import type { paths } from "./api.js";

const [url, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } });
const LIMIT = 7;

type Page = { data: { id: string }[]; next_cursor?: string | null };
type Ask = (query: { limit: number; cursor?: string }) => Promise<{ data?: Page; error?: unknown }>;

async function all(name: string, ask: Ask): Promise<number> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (;;) {
    const { data, error } = await ask({ limit: LIMIT, cursor });
    if (data === undefined) throw new Error(`${name}: ${JSON.stringify(error)}`);
    for (const { id } of data.data) {
      if (seen.has(id)) throw new Error(`${name}: ${id} stands on two pages`);
      seen.add(id);
    }
    if (!data.next_cursor) break;
    cursor = data.next_cursor;
  }
  const { data } = await ask({ limit: 200 });
  if (data === undefined || data.data.length !== seen.size || seen.size <= LIMIT) {
    throw new Error(`${name}: ${seen.size} on small pages, ${data?.data.length} on a large one`);
  }
  return seen.size;
}

const customers = await all("customers", (query) => client.GET("/api/v1/customers", { params: { query } }));
const products = await all("products", (query) => client.GET("/api/v1/products", { params: { query } }));

// A sum, a closed word and a refusal have their types.
const page = await client.GET("/api/v1/customers", { params: { query: { limit: 1 } } });
const first = page.data?.data[0];
if (first === undefined) throw new Error("no customer");
const paid = await client.POST("/api/v1/ledger/payment", {
  params: { header: { "Idempotency-Key": "typescript-1" } },
  body: { customer_id: first.id, amount_paise: 12_500, mode: "upi" },
});
if (paid.data?.status !== "recorded" || paid.data.amount_paise !== 12_500) throw new Error(JSON.stringify(paid.error));
const refused = await client.GET("/api/v1/customers/{id}", {
  params: { path: { id: "cus_00000000-0000-7000-8000-000000000000" } },
});
if (refused.error?.code !== "not_found") throw new Error("an unknown customer was found");
console.log(`typescript: ${customers} customers, ${products} products`);
