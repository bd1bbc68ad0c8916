/** How many rows of everything a program gets per customer, and who shares them. */
const SALES_PER_CUSTOMER = 5
const PARTNERS = 1_000
const DAYS = 730
const DAY_MS = 24 * 60 * 60 * 1000

/** Each table after the ones it points to; the columns that are not named here keep their defaults. */
const TABLES = [
  {
    name: 'partner',
    rows: () => PARTNERS,
    columns: {
      uid: uid('p', 'i'),
      id: `'partner-' || i`,
      key: `'partner-' || i`,
      email: `'partner-' || i || '@example.com'`,
      email_folded: `'partner-' || i || '@example.com'`,
      name: `'Partner'`,
      status: `'active'`,
      tags: `'[]'`,
      created_at: 'at',
      updated_at: 'at',
    },
  },
  {
    name: 'referral_link',
    rows: () => PARTNERS,
    columns: { key: `'partner-' || i`, owner_uid: uid('p', 'i'), created_at: 'at' },
  },
  {
    name: 'click',
    rows: (customers) => customers,
    columns: {
      id: uid('k', 'i'),
      key: `'partner-' || partner`,
      referrer_uid: uid('p', 'partner'),
      url: `'https://shop.example/?aff=partner'`,
      referrer: `''`,
      session: uid('5', 'i'),
      at: 'at',
      received_at: 'at',
    },
  },
  {
    name: 'customer',
    rows: (customers) => customers,
    columns: {
      uid: uid('c', 'i'),
      id: `'customer-' || i`,
      key: `'customer-' || i`,
      email: `'customer-' || i || '@example.com'`,
      email_folded: `'customer-' || i || '@example.com'`,
      name: `'Ada'`,
      tags: `'[]'`,
      metadata: `'{}'`,
      referrer_uid: uid('p', 'partner'),
      source: `'api'`,
      is_named: '1',
      created_at: 'at',
      updated_at: 'at',
    },
  },
  {
    name: 'transaction',
    rows: (customers) => customers * SALES_PER_CUSTOMER,
    columns: {
      uid: uid('7', 'i'),
      key: `'sale-' || i`,
      customer_uid: uid('c', 'customer'),
      referrer_uid: uid('p', 'partner'),
      action: `'sale'`,
      amount_micros: '99990000',
      amount_units: `'USD'`,
      is_currency: '1',
      product: `'{}'`,
      created_at: 'at',
    },
  },
  {
    name: 'reward',
    rows: (customers) => customers * SALES_PER_CUSTOMER,
    columns: {
      uid: uid('9', 'i'),
      transaction_uid: uid('7', 'i'),
      beneficiary_uid: uid('p', 'partner'),
      amount_micros: '29997000',
      amount_units: `'USD'`,
      reversed_micros: '0',
      created_at: 'at',
      approved_at: 'at',
    },
  },
  {
    name: 'balance_entry',
    rows: (customers) => customers * SALES_PER_CUSTOMER,
    columns: {
      uid: uid('e', 'i'),
      beneficiary_uid: uid('p', 'partner'),
      kind: `'reward'`,
      reward_uid: uid('9', 'i'),
      step: '0',
      amount_micros: '29997000',
      amount_units: `'USD'`,
      is_currency: '1',
      created_at: 'at',
    },
  },
]

/** What looks like the UUIDs of ours and sorts like them, by when the row was made. */
function uid(kind, number) {
  return `'00000000-0000-7000-8000-${kind}' || substr(cast(100000000000 + ${number} as text), 2)`
}

/**
 * Fills a program with two years of business, spread evenly, in SQL that both databases speak. Every
 * partner has as many customers as any other, every customer has five sales all over the two years.
 *
 * @param {{
 *   execute(sql: string): unknown,
 *   indexes(): { name: string, sql: string }[] | Promise<{ name: string, sql: string }[]>,
 * }} database `indexes` tells of those that no constraint needs.
 * @param {string} programId
 * @param {number} customers
 */
export async function fill(database, programId, customers) {
  // Rows that are put in first and indexed at once take a fraction of the time.
  const indexes = await database.indexes()
  for (const { name } of indexes) await database.execute(`drop index ${name}`)
  const [now, span] = [Date.now() - 60_000, DAYS * DAY_MS]
  for (const { name, rows, columns } of TABLES) {
    const count = rows(customers)
    await database.execute(`
      insert into "${name}" (program_id, ${Object.keys(columns).join(', ')})
      with recursive
        number (i) as (
          select cast(1 as bigint) union all select i + 1 from number where i < ${count}
        ),
        spread as (
          select i, ${now - span} + i * ${span} / ${count} as at,
                 1 + i * 7919 % ${customers} as customer
          from number
        ),
        row as (
          select i, at, customer, 1 + customer % ${PARTNERS} as partner from spread
        )
      select '${programId}', ${Object.values(columns).join(', ')} from row`)
  }
  for (const { sql } of indexes) await database.execute(sql)
}
