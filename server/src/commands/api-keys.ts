import { Command, InvalidArgumentError } from 'commander'
import { options } from '../config.js'
import { SCOPES, type Scope } from '../domain/api-keys/api-key-scopes.js'
import { createApiKey } from '../domain/api-keys/create-api-key.js'
import { parseTime } from '../domain/time/parse-time.js'
import { apiKeyRecord } from '../records/api-key-record.js'
import { deleteApiKey, listApiKeys } from '../store/api-keys.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  json?: true
}

interface CreateFlags extends Flags {
  name: string
  scopes: Scope[]
  expires?: number
}

/** More keys than anybody would keep; a program with more has a page of the API to turn. */
const LISTED_KEYS = 1000

/** `pollen-server key …`: the API keys of a program. */
export const apiKeysCommand = (): Command =>
  new Command('key')
    .description('make, list and revoke API keys')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand())

const createCommand = () =>
  new Command('create')
    .description('make an API key, which is shown this once')
    .argument('<public_id>', 'of the program')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scopes <list>', `of ${SCOPES.join(', ')}`, scopes, ['read', 'write'])
    .option('--expires <time>', 'when it stops working, as in 2030-01-31', time)
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText(
      'after',
      examples(
        'key create MOBTGEKX --name Proxy --scopes events',
        'key create MOBTGEKX --name Reports --scopes read --expires 2030-01-31 --json',
      ),
    )
    .action(async (publicId: string, { database, json, name, scopes, expires }: CreateFlags) => {
      const { row, apiKey } = await usingDatabase(database, async (db) => {
        const { program_id } = await programNamed(db, publicId)
        const wanted = { name, scopes, expiresAt: expires ?? null }
        return createApiKey(db, program_id, wanted, Date.now())
      })
      const record = { ...apiKeyRecord(row), api_key: apiKey }
      console.log(
        json
          ? JSON.stringify(record, undefined, 2)
          : `${apiKey}\nIt is shown this once, and revoked by the id ${row.id}.`,
      )
    })

const listCommand = () =>
  new Command('list')
    .description('list the API keys of a program, the oldest first')
    .argument('<public_id>', 'of the program')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('key list MOBTGEKX'))
    .action(async (publicId: string, { database, json }: Flags) => {
      const rows = await usingDatabase(database, async (db) => {
        const { program_id } = await programNamed(db, publicId)
        return listApiKeys(db, program_id, { limit: LISTED_KEYS, number: 1, sort: 'asc' })
      })
      const records = rows.map(apiKeyRecord)
      if (json) console.log(JSON.stringify(records, undefined, 2))
      else console.table(records.map((record) => ({ ...record, scopes: record.scopes.join(',') })))
    })

const revokeCommand = () =>
  new Command('revoke')
    .description('revoke an API key: from then on it opens nothing')
    .argument('<public_id>', 'of the program')
    .argument('<id>', 'of the key, as `key list` shows it')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('key revoke MOBTGEKX 0198b2f0-0000-7000-8000-000000000001'))
    .action(async (publicId: string, id: string, { database, json }: Flags) => {
      await usingDatabase(database, async (db) => {
        const { program_id } = await programNamed(db, publicId)
        if (!(await deleteApiKey(db, program_id, id))) {
          throw new Error(`The program ${publicId} has no API key with the id ${id}.`)
        }
      })
      console.log(json ? JSON.stringify({ id, revoked: true }, undefined, 2) : 'Revoked.')
    })

function scopes(value: string): Scope[] {
  const names = value.split(',').map((name) => name.trim())
  const known = SCOPES.filter((scope) => names.includes(scope))
  if (names.every((name) => SCOPES.some((scope) => scope === name))) return known
  throw new InvalidArgumentError(`It is a list of ${SCOPES.join(', ')}, with commas between.`)
}

function time(value: string): number {
  const at = parseTime(value)
  if (at !== undefined && at > Date.now()) return at
  throw new InvalidArgumentError('It is a time to come, such as 2030-01-31T00:00:00Z.')
}
