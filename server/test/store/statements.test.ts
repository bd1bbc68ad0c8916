import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { printSnippetCommand } from '../../src/commands/print-snippet.js'
import { forgetExpired } from '../../src/domain/people/forget-expired.js'
import { forgetVisitors } from '../../src/domain/people/forget-visitors.js'
import { announceApprovals } from '../../src/domain/rewards/announce-approvals.js'
import { operations } from '../../src/openapi/operations.js'
import type { ProgramType } from '../../src/store/database.js'
import { foldAllFigures } from '../../src/store/figures/fold-figures.js'
import { outboxState } from '../../src/store/outbox-state.js'
import { aClick } from '../helpers/a-click.js'
import { aSignUp } from '../helpers/a-sign-up.js'
import { createApi } from '../helpers/create-api.js'
import { createTestAccount, ownPage, signIn } from '../helpers/create-test-account.js'
import { createTestProgram, type TestProgram } from '../helpers/create-test-program.js'
import { databases } from '../helpers/databases.js'
import { stripe } from '../helpers/payments/stripe.js'
import { PORTAL_READS, portalBrowser } from '../helpers/portal-browser.js'
import { recordStatements } from '../helpers/record-statements.js'
import { runCommand } from '../helpers/run-command.js'
import { seedExamples } from '../helpers/seed-examples.js'
import { sendExample } from '../helpers/send-example.js'
import { startMailServer } from '../helpers/start-mail-server.js'
import { startTestServer } from '../helpers/start-test-server.js'
import { tablesWithoutProgram } from '../helpers/tables-without-program.js'

/**
 * Sweeps over all programs, as docs/scaling.md lists them: each looks for a bounded number of rows by
 * time, or for the programs themselves, and changes what it finds by program.
 */
const SWEEPS = [
  /^select \* from "program" order by "created_at", "program_id"$/,
  /^select \* from "webhook_delivery" where "next_attempt_at" <= \S+ .*limit \S+$/,
  /^select distinct "program_id" from "figure_change" limit \S+$/,
  /^select count\(\*\) .* from \(select "next_attempt_at" from "webhook_delivery" .*limit \S+\)/,
  /^select "program_id", "uid", "next_attempt_at" from "\w+" where "next_attempt_at" > \S+ limit \S+$/,
  /^select \* from "mail" where "next_attempt_at" <= \S+ .*limit \S+$/,
  /^select \* from "due_approval" where "due_at" <= \S+ .*limit \S+$/,
]

/** Accounts and sessions are of the whole installation: see docs/decisions.md. */
const OF_THE_INSTALLATION = ['account', 'account_program', 'rate_count', 'session']

/** The columns that lead unique indexes, the primary key's among them. */
const leadingColumns: Record<string, string> = {
  SQLite: `select "table".name as "table", keys.origin = 'pk' as is_primary, columns.name as "column"
    from sqlite_master as "table", pragma_index_list("table".name) as keys,
      pragma_index_info(keys.name) as columns
    where "table".type = 'table' and keys."unique" = 1 and columns.seqno = 0`,
  PostgreSQL: `select "table".relname as "table", indisprimary as is_primary, attname as "column"
    from pg_index join pg_class as "table" on "table".oid = indrelid
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indisunique and relnamespace = current_schema()::regnamespace`,
}

describe.each(databases)('on $name', (database) => {
  const mailServer = startMailServer()
  const server = startTestServer(database, () => ({
    smtpUrl: mailServer.url,
    mailFrom: 'news@shop.example',
    publicUrl: 'https://pollen.example',
  }))
  let tables: Set<string>
  beforeAll(async () => {
    const all = await (await server.database.open()).introspection.getTables()
    // Clicks of a month are rows of `click`.
    const ofPrograms = all
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('click_') && !OF_THE_INSTALLATION.includes(name))
    tables = new Set(ofPrograms)
  })

  it('the program leads every primary key and every unique index', async () => {
    const db = await server.database.open()
    const { rows } = await sql
      .raw<{ table: string; is_primary: boolean; column: string }>(
        leadingColumns[database.name] as string,
      )
      .execute(db)
    const keys = rows.filter(({ table }) => tables.has(table))
    expect(keys.filter(({ column }) => column !== 'program_id')).toEqual([])
    const withKey = keys.filter(({ is_primary }) => is_primary).map(({ table }) => table)
    expect(withKey.sort()).toEqual([...tables].sort())
  })

  it('every statement says whose rows it means, but for sweeps that are bounded', async () => {
    const statements = recordStatements()
    await useEverything()
    statements.stop()

    const texts = [...statements.texts]
    const strays = texts.filter(
      (text) =>
        tablesWithoutProgram(text, tables).length > 0 && !SWEEPS.some((sweep) => sweep.test(text)),
    )
    expect(strays).toEqual([])
    const untouched = [...tables].filter(
      (table) => !texts.some((text) => new RegExp(`\\b${table}\\b`).test(text)),
    )
    expect(untouched).toEqual([])
  })

  /** All calls of the API, all kinds of events, and what the server does by itself. */
  async function useEverything(): Promise<void> {
    for (const type of ['affiliate', 'refer_a_friend', 'newsletter'] satisfies ProgramType[]) {
      const program = await createTestProgram(server, { type })
      const standIns = { ...(await seedExamples(program.api, type)), MOBTGEKX: program.id }
      const api = createApi(server.url, {
        authorization: `Bearer ${program.apiKey}`,
        'content-type': 'application/json',
      })
      const page = createApi(`${server.url}/pub/v1/programs/${program.id}`, {
        origin: 'https://shop.example',
        'content-type': 'text/plain',
      })
      await page.post('/clicks', aClick('ref_123'))
      await page.post('/customers', aSignUp({ email: 'new@example.com' }, 'ref_123'))
      await runCommand(printSnippetCommand(), server, [
        program.id,
        '--server',
        server.url,
        '--pinned',
      ])
      await fetch(`${server.url}/program/${program.id}/universal/of-an-earlier-one.js`)
      if (type === 'affiliate') {
        await sell(program)
        await useThePortal(program)
      }
      if (type === 'refer_a_friend') await showWidget(program)
      for (const [name, { examples }] of Object.entries(operations)) {
        for (const example of examples) {
          if ((example.program ?? 'affiliate') !== type) continue
          await sendExample(api, name, example, standIns)
        }
      }
    }
    const account = await createTestAccount(server)
    await ownPage(server, { cookie: await signIn(server, account) }).get('/auth/v1/session')
    const db = await server.database.open()
    await announceApprovals(db, Date.now())
    await forgetExpired(db, Date.now())
    await forgetVisitors(db, Date.now())
    await foldAllFigures(db)
    await outboxState(db)
    await expect.poll(() => mailServer.letters).not.toEqual([])
  }

  /** A customer looks at what came of their link. */
  async function showWidget({ id, api }: TestProgram): Promise<void> {
    const { token } = (await api.post('/customers/customer_456/widget_token')).body.data
    const answer = await createApi(`${server.url}/pub/v1/programs/${id}`, {
      authorization: `Bearer ${token}`,
    }).get('/referrals')
    expect(answer.status).toBe(200)
  }

  /** What a partner does who joins. */
  async function useThePortal({ id, api }: TestProgram): Promise<void> {
    await api.put('/settings', { settings: { partner_sign_up: 'open' } })
    const browser = portalBrowser(server, id)
    const person = { email: 'joining@example.com', name: 'Jo' }
    await browser.post('/sign-up', person)
    await browser.post('/sign-in-links', person)
    const { body } = await api.post('/partners:sign-in-url', person)
    const token = body.data.url.split('#token=')[1]
    expect((await browser.post('/sign-in-links/redeem', { token })).status).toBe(200)
    await browser.put('/me', {
      password: 'Correct-horse-1',
      payout: { gateway: 'paypal', payout_settings: { username: 'jo@pay.example' } },
    })
    await browser.post('/links', { key: 'joining-news' })
    await browser.delete('/links/joining-news')
    await browser.post('/payouts', { amount_units: 'USD' })
    for (const path of PORTAL_READS) expect((await browser.get(path)).status).toBe(200)
    await browser.post('/sign-out')
    await fetch(`${server.url}/portal/v1/programs`)
  }

  /** A payment that Stripe reports, and its refund. */
  async function sell({ id, api }: TestProgram): Promise<void> {
    await api.put('/integrations/stripe', { secret: stripe.secret })
    const attached = { partner_key: 'ref_123' }
    const payment = {
      id: '1',
      payer: 'cus_1',
      email: 'jo@example.com',
      total: 119,
      tax: 19,
      attached,
    }
    for (const message of [stripe.payment(payment), stripe.refund(payment, 119)]) {
      const url = `${server.url}/v1/integrations/stripe/${id}/webhook`
      const answer = await fetch(url, { method: 'POST', ...stripe.sign(message) })
      expect(answer.status).toBe(200)
      await answer.arrayBuffer()
    }
  }
})
