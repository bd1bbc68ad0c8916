import { Command, InvalidArgumentError } from 'commander'
import type { Kysely } from 'kysely'
import { options } from '../config.js'
import { createAccount } from '../domain/accounts/create-account.js'
import { hashPassword } from '../domain/accounts/hash-password.js'
import { foldEmail } from '../domain/people/fold-email.js'
import { isEmail } from '../domain/people/is-email.js'
import { isoTime } from '../domain/time/iso-time.js'
import {
  deleteAccount,
  findAccountByEmail,
  listAccounts,
  programsOfAccount,
  setPasswordHash,
} from '../store/accounts.js'
import type { AccountRow, Database } from '../store/database.js'
import { inTransaction } from '../store/in-transaction.js'
import { deleteSessionsOfAccount } from '../store/sessions.js'
import { examples } from './examples.js'
import { programNamed } from './program-named.js'
import { readPassword } from './read-password.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  database: string
  json?: true
}

interface PasswordFlags extends Flags {
  passwordStdin?: true
}

interface CreateFlags extends PasswordFlags {
  email: string
  name?: string
  program: string[]
}

/** `pollen-server account …`: who may look after the programs in the dashboard. */
export const accountCommand = (): Command =>
  new Command('account')
    .description('make and remove accounts for the dashboard')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(passwordCommand())
    .addCommand(removeCommand())

const createCommand = () =>
  new Command('create')
    .description('make an account; the password is asked for')
    .requiredOption('--email <address>', 'by which one signs in', email)
    .option('--name <name>', 'what to call the person')
    .option(
      '--program <public_id>',
      'a program that it opens; may be given several times (default: all, those to come too)',
      (id: string, before: string[]) => [...before, id],
      [],
    )
    .option('--password-stdin', 'read the password from standard input')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText(
      'after',
      examples(
        'account create --email ann@shop.example --name Ann',
        'account create --email bob@shop.example --program MOBTGEKX',
        'account create --email ann@shop.example --password-stdin < password.txt',
      ),
    )
    .action(async ({ database, json, email, name, program, passwordStdin }: CreateFlags) => {
      const record = await usingDatabase(database, async (db) => {
        for (const id of program) await programNamed(db, id)
        await assertFree(db, email)
        const password = await readPassword(passwordStdin)
        const input = { email, name: name ?? null, password, programs: [...new Set(program)] }
        const account = await createAccount(db, input, Date.now())
        if (!account) throw taken(email)
        return accountRecord(db, account)
      })
      console.log(json ? JSON.stringify(record, undefined, 2) : `${email} may sign in now.`)
    })

const listCommand = () =>
  new Command('list')
    .description('list the accounts, the oldest first')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('account list', 'account list --json'))
    .action(async ({ database, json }: Flags) => {
      const records = await usingDatabase(database, async (db) => {
        const accounts = await listAccounts(db)
        return Promise.all(accounts.map((account) => accountRecord(db, account)))
      })
      if (json) console.log(JSON.stringify(records, undefined, 2))
      else if (records.length === 0) console.log('No accounts yet; `account create` makes one.')
      else
        console.table(records.map((record) => ({ ...record, programs: String(record.programs) })))
    })

const passwordCommand = () =>
  new Command('password')
    .description('give an account another password, which signs it out everywhere')
    .argument('<email>', 'of the account')
    .option('--password-stdin', 'read the password from standard input')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('account password ann@shop.example'))
    .action(async (address: string, { database, json, passwordStdin }: PasswordFlags) => {
      const record = await usingDatabase(database, async (db) => {
        const account = await accountNamed(db, address)
        const hash = await hashPassword(await readPassword(passwordStdin))
        await inTransaction(db, async (trx) => {
          await setPasswordHash(trx, account.uid, hash)
          await deleteSessionsOfAccount(trx, account.uid)
        })
        return accountRecord(db, account)
      })
      console.log(
        json
          ? JSON.stringify(record, undefined, 2)
          : `${record.email} has a new password, and is signed out everywhere.`,
      )
    })

const removeCommand = () =>
  new Command('remove')
    .description('remove an account, which signs it out everywhere')
    .argument('<email>', 'of the account')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText('after', examples('account remove bob@shop.example'))
    .action(async (address: string, { database, json }: Flags) => {
      const record = await usingDatabase(database, async (db) => {
        const account = await accountNamed(db, address)
        const removed = await accountRecord(db, account)
        await inTransaction(db, async (trx) => {
          await deleteAccount(trx, account.uid)
          await deleteSessionsOfAccount(trx, account.uid)
        })
        return removed
      })
      console.log(json ? JSON.stringify(record, undefined, 2) : `${record.email} is removed.`)
    })

/** An account as it is listed; its programs by id, or the word `all`. */
async function accountRecord(db: Kysely<Database>, account: AccountRow) {
  const named = async () => (await programsOfAccount(db, account)).map((row) => row.program_id)
  return {
    email: account.email,
    name: account.name,
    programs: account.every_program === 1 ? ('all' as const) : await named(),
    created_at: isoTime(account.created_at),
  }
}

/** @throws One sentence for an operator. */
async function accountNamed(db: Kysely<Database>, address: string): Promise<AccountRow> {
  const account = await findAccountByEmail(db, foldEmail(address))
  if (account) return account
  throw new Error(`There is no account ${address}; \`pollen-server account list\` shows them.`)
}

/** Before anybody thinks of a password. */
async function assertFree(db: Kysely<Database>, address: string): Promise<void> {
  if (await findAccountByEmail(db, foldEmail(address))) throw taken(address)
}

const taken = (address: string) =>
  new Error(
    `${address} has an account already; \`pollen-server account password\` gives it another password.`,
  )

function email(value: string): string {
  if (isEmail(value) && value.length <= 254) return value
  throw new InvalidArgumentError('It is an e-mail address such as ann@shop.example.')
}
