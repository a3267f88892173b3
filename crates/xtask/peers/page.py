"""Pages through lists of a running shop with the client that was generated from its document."""

import sys
from uuid import uuid4

from execora_client import AuthenticatedClient
from execora_client.api.customers import list_customers, read_customer
from execora_client.api.ledger import record_payment
from execora_client.api.products import list_products
from execora_client.models import PaymentBody, PaymentMode, Problem, ProblemCode
from execora_client.types import UNSET

LIMIT = 7


def every(name, ask, client):
    seen, cursor = set(), UNSET
    while True:
        page = ask.sync(client=client, limit=LIMIT, cursor=cursor)
        if page is None or isinstance(page, Problem):
            sys.exit(f"{name}: {page}")
        for row in page.data:
            if row.id in seen:
                sys.exit(f"{name}: {row.id} stands on two pages")
            seen.add(row.id)
        if not page.next_cursor:
            break
        cursor = page.next_cursor
    whole = ask.sync(client=client, limit=200)
    if len(whole.data) != len(seen) or len(seen) <= LIMIT:
        sys.exit(f"{name}: {len(seen)} on small pages, {len(whole.data)} on a large one")
    return len(seen)


def main(url, token):
    client = AuthenticatedClient(base_url=url, token=token)
    customers = every("customers", list_customers, client)
    products = every("products", list_products, client)
    first = list_customers.sync(client=client, limit=1).data[0]
    body = PaymentBody(customer_id=first.id, amount_paise=12_500, mode=PaymentMode.UPI)
    paid = record_payment.sync(client=client, body=body, idempotency_key=str(uuid4()))
    if isinstance(paid, Problem) or paid.amount_paise != 12_500:
        sys.exit(f"payment: {paid}")
    unknown = read_customer.sync("cus_00000000-0000-7000-8000-000000000000", client=client)
    if not isinstance(unknown, Problem) or unknown.code != ProblemCode.NOT_FOUND:
        sys.exit(f"an unknown customer was found: {unknown}")
    print(f"python: {customers} customers, {products} products")


main(*sys.argv[1:3])
