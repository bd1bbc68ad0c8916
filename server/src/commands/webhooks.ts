import { Command, Option } from 'commander'
import type { Kysely } from 'kysely'
import { options } from '../config.js'
import { resendMessages } from '../domain/webhooks/resend-messages.js'
import { deliveryRecord, webhookRecord } from '../records/webhook-record.js'
import type { Database, WebhookDeliveryRow, WebhookRow } from '../store/database.js'
import { listDeliveries } from '../store/webhook-deliveries.js'
import { findWebhook, listWebhooks } from '../store/webhooks.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  json?: true
}

interface LogFlags extends Flags {
  status?: WebhookDeliveryRow['status']
}

/** As much as a screen is good for; the API turns pages. */
const LISTED = 100

/** `pollen-server webhook …`: what webhooks were told, and once more if it did not arrive. */
export const webhooksCommand = (): Command =>
  new Command('webhook')
    .description('list webhooks, read their log, send messages again')
    .addCommand(listCommand())
    .addCommand(logCommand())
    .addCommand(resendCommand())

const listCommand = () =>
  new Command('list')
    .description('list the webhooks of a program, the newest first')
    .argument('<public_id>', 'of the program')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('webhook list MOBTGEKX'))
    .action(async (publicId: string, { database, json }: Flags) => {
      const rows = await usingDatabase(database, async (db) => {
        const { program_id } = await programNamed(db, publicId)
        return listWebhooks(db, program_id, firstPage)
      })
      const records = rows.slice(0, LISTED).map(webhookRecord)
      if (json) console.log(JSON.stringify(records, undefined, 2))
      else console.table(records, ['key', 'name', 'url', 'is_active', 'notice'])
    })

const logCommand = () =>
  new Command('log')
    .description('show the newest messages to a webhook, and how their delivery went')
    .argument('<public_id>', 'of the program')
    .argument('<key>', 'of the webhook')
    .addOption(
      new Option('--status <status>', 'only these').choices(['pending', 'delivered', 'failed']),
    )
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('webhook log MOBTGEKX hook_123 --status failed'))
    .action(async (publicId: string, key: string, { database, json, status }: LogFlags) => {
      const rows = await usingDatabase(database, async (db) => {
        const { program_id, uid } = await webhookNamed(db, publicId, key)
        return listDeliveries(db, program_id, uid, firstPage, status)
      })
      const records = rows.slice(0, LISTED).map(deliveryRecord)
      if (json) console.log(JSON.stringify(records, undefined, 2))
      else console.table(records.map(line))
    })

const resendCommand = () =>
  new Command('resend')
    .description('send a message to a webhook again, or all that failed')
    .argument('<public_id>', 'of the program')
    .argument('<key>', 'of the webhook')
    .argument('[id]', 'of the message, as `webhook log` shows it; all that failed if not given')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('webhook resend MOBTGEKX hook_123'))
    .action(async (publicId: string, key: string, id: string | undefined, flags: Flags) => {
      const renewed = await usingDatabase(flags.database, async (db) =>
        resendMessages(db, await webhookNamed(db, publicId, key), id, Date.now()),
      )
      const { length: resent } = renewed
      if (flags.json) console.log(JSON.stringify({ resent }, undefined, 2))
      else console.log(`${resent} to be sent again by the server.`)
    })

const firstPage = { limit: LISTED, number: 1, sort: 'desc' } as const

/** @throws One sentence for an operator. */
async function webhookNamed(
  db: Kysely<Database>,
  publicId: string,
  key: string,
): Promise<WebhookRow> {
  const { program_id } = await programNamed(db, publicId)
  const webhook = await findWebhook(db, program_id, key)
  if (webhook) return webhook
  throw new Error(`The program ${publicId} has no webhook ${key}; \`webhook list\` shows them.`)
}

function line({ id, event, status, created_at, attempts }: ReturnType<typeof deliveryRecord>) {
  const { status_code, error } = attempts.at(-1) ?? {}
  return { id, event, status, created_at, attempts: attempts.length, last: error ?? status_code }
}
