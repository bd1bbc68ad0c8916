import type { Kysely } from 'kysely'
import { listAccounts } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { type Finding, ok, warn } from './finding.js'

/** Whether anybody may sign in to the dashboard. */
export async function checkAccounts(db: Kysely<Database>): Promise<Finding> {
  const { length } = await listAccounts(db)
  if (length > 0) return ok('accounts', length === 1 ? 'There is one.' : `There are ${length}.`)
  return warn(
    'accounts',
    'Nobody may sign in to the dashboard.',
    'Make an account: pollen-server account create --email you@shop.example',
  )
}
