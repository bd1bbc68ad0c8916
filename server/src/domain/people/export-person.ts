import type { Kysely } from 'kysely'
import { listClicksNaming } from '../../store/clicks-of-person.js'
import type { Database, ProgramRow } from '../../store/database.js'
import {
  ADDRESSES,
  findPerson,
  listMessagesAbout,
  listRowsOf,
  listRowsOfAddress,
  PEOPLE,
  type Role,
} from '../../store/rows-of-person.js'
import { microsToText } from '../money/micros.js'
import { isoTime } from '../time/iso-time.js'

type Row = Record<string, unknown>

/** All that a program stores of a person, by the role they have in it. */
export interface PersonFile {
  program: { public_id: string; name: string }
  /** Tables by their names; the role's own holds the person. */
  roles: Partial<Record<Role, Record<string, Row[]>>>
  /** What is known by the e-mail address alone. */
  leads: Row[]
  payers: Row[]
  /** With the address in a landing page or referrer. */
  clicks: Row[]
  /** Letters that are still to be sent. */
  mail: Row[]
  webhook_messages: Row[]
}

/** @returns `undefined` when the program knows nobody with this e-mail address. */
export async function exportPerson(
  db: Kysely<Database>,
  { program_id, name }: ProgramRow,
  email: string,
): Promise<PersonFile | undefined> {
  const roles: PersonFile['roles'] = {}
  let customerId: string | undefined
  for (const role of Object.keys(PEOPLE) as Role[]) {
    const person = await findPerson(db, program_id, role, email)
    if (!person) continue
    if (role === 'customer') customerId = person.id
    const tables: Record<string, Row[]> = { [role]: [legible(person)] }
    for (const [table, column] of Object.entries(PEOPLE[role])) {
      const rows = await listRowsOf(db, program_id, table, column, person.uid)
      if (rows.length > 0) tables[table] = rows.map(legible)
    }
    roles[role] = tables
  }
  const byAddress = ADDRESSES.map((table) => listRowsOfAddress(db, program_id, table, email))
  const [leads = [], payers = [], mail = []] = await Promise.all(byAddress)
  const messages = await listMessagesAbout(db, program_id, email, customerId)
  const clicks = await listClicksNaming(db, program_id, email)
  const found = [Object.keys(roles), leads, payers, mail, clicks, messages]
  if (found.every(({ length }) => length === 0)) return undefined
  return {
    program: { public_id: program_id, name },
    roles,
    leads: leads.map(legible),
    payers: payers.map(legible),
    clicks: clicks.map(legible),
    mail: mail.map(legible),
    webhook_messages: messages.map(legible),
  }
}

/** Columns whose text is JSON. */
const JSON_COLUMNS = new Set([
  'tags',
  'metadata',
  'flags',
  'payout',
  'payout_settings',
  'answers',
  'product',
  'data',
])

/** What says nothing, and what opens something: a letter's content may be a way to sign in. */
const HIDDEN = new Set(['program_id', 'email_folded', 'password_hash', 'content'])

/** A row as people read it: times in ISO 8601, amounts in whole units, and no secrets. */
function legible(row: Row): Row {
  const shown = Object.entries(row).filter(([name]) => !HIDDEN.has(name))
  return Object.fromEntries(
    shown.map(([name, value]) => {
      if (value === null) return [name, value]
      if (typeof value === 'bigint') return [name.replace(/_micros$/, ''), microsToText(value)]
      if (name.endsWith('_at')) return [name, isoTime(Number(value))]
      return [name, JSON_COLUMNS.has(name) ? JSON.parse(String(value)) : value]
    }),
  )
}
