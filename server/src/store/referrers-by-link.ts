import type { Kysely } from 'kysely'
import type { Database, ProgramType } from './database.js'
import { type Referrer, referrerColumns, referrerTable } from './referrers.js'
import { jsonRows } from './statements/json-rows.js'

/** A key of a referral link; `undefined` where a visitor brought none. */
export interface WantedLink {
  program: { program_id: string; type: ProgramType }
  key: string | undefined
}

/**
 * The active owners of many links of many programs, with one query for each type of program.
 *
 * @returns One for each of `wanted`, `undefined` where the key is nobody's.
 */
export async function findReferrersByLink(
  db: Kysely<Database>,
  wanted: readonly WantedLink[],
): Promise<(Referrer | undefined)[]> {
  const owners = new Map<string, Referrer>()
  for (const type of new Set(wanted.map(({ program }) => program.type))) {
    const links = linksOf(wanted.filter(({ program }) => program.type === type))
    for (const { program_id, link_key, ...owner } of await findOwners(db, type, links)) {
      owners.set(nameOf(program_id, link_key), owner)
    }
  }
  return wanted.map(({ program, key = '' }) => owners.get(nameOf(program.program_id, key)))
}

/** What is asked for, each link once. */
function linksOf(wanted: readonly WantedLink[]): { program_id: string; key: string }[] {
  const links = new Map<string, { program_id: string; key: string }>()
  for (const { program, key } of wanted) {
    if (key === undefined) continue
    const { program_id } = program
    links.set(nameOf(program_id, key), { program_id, key })
  }
  return [...links.values()]
}

async function findOwners(
  db: Kysely<Database>,
  type: ProgramType,
  links: { program_id: string; key: string }[],
): Promise<(Referrer & { program_id: string; link_key: string })[]> {
  if (links.length === 0) return []
  return db
    .selectFrom(jsonRows(db, 'referral_link', links).as('wanted'))
    .innerJoin('referral_link as link', (join) =>
      join.onRef('link.program_id', '=', 'wanted.program_id').onRef('link.key', '=', 'wanted.key'),
    )
    .innerJoin(`${referrerTable({ type })} as owner`, (join) =>
      join
        .onRef('owner.program_id', '=', 'link.program_id')
        .onRef('owner.uid', '=', 'link.owner_uid'),
    )
    .select(referrerColumns.map((column) => `owner.${column}` as const))
    .select(['link.program_id', 'link.key as link_key'])
    .where('owner.status', '=', 'active')
    .execute()
}

/** Program ids have no spaces. */
const nameOf = (programId: string, key: string) => `${programId} ${key}`
