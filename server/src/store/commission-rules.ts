import type { Kysely, Updateable } from 'kysely'
import { contains } from './contains.js'
import type { CommissionRuleRow, Database } from './database.js'
import { isAmong } from './statements/is-among.js'
import { onPage, type Page } from './statements/page.js'

export async function insertCommissionRule(
  db: Kysely<Database>,
  rule: CommissionRuleRow,
): Promise<void> {
  await db.insertInto('commission_rule').values(rule).execute()
}

export function findCommissionRule(
  db: Kysely<Database>,
  programId: string,
  uid: string,
): Promise<CommissionRuleRow | undefined> {
  return db
    .selectFrom('commission_rule')
    .selectAll()
    .where('program_id', '=', programId)
    .where('uid', '=', uid)
    .executeTakeFirst()
}

/** The rules for everybody, and those for these partners. */
export function listRulesFor(
  db: Kysely<Database>,
  programId: string,
  partnerUids: string[],
): Promise<CommissionRuleRow[]> {
  return db
    .selectFrom('commission_rule')
    .selectAll()
    .where('program_id', '=', programId)
    .where(({ or, eb }) =>
      or([eb('partner_uid', 'is', null), isAmong(db, 'partner_uid', partnerUids)]),
    )
    .execute()
}

export interface RuleFilters {
  /** Whom alone they are for. */
  partnerUid?: string | undefined
  /** A part of it. */
  name?: string | undefined
}

/** One page and a row, the newest first unless it says otherwise. */
export function listCommissionRules(
  db: Kysely<Database>,
  programId: string,
  page: Page,
  { partnerUid, name = '' }: RuleFilters,
): Promise<CommissionRuleRow[]> {
  return db
    .selectFrom('commission_rule')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(partnerUid !== undefined, (query) => query.where('partner_uid', '=', partnerUid ?? ''))
    .$if(name !== '', (query) => query.where(contains('name', name)))
    .$call(onPage(page, 'uid'))
    .execute()
}

export function updateCommissionRule(
  db: Kysely<Database>,
  { program_id, uid }: Pick<CommissionRuleRow, 'program_id' | 'uid'>,
  changes: Updateable<Database['commission_rule']>,
): Promise<CommissionRuleRow> {
  return db
    .updateTable('commission_rule')
    .set(changes)
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteCommissionRule(
  db: Kysely<Database>,
  { program_id, uid }: Pick<CommissionRuleRow, 'program_id' | 'uid'>,
): Promise<void> {
  await db
    .deleteFrom('commission_rule')
    .where('program_id', '=', program_id)
    .where('uid', '=', uid)
    .execute()
}

export async function deleteRulesOfPartner(
  db: Kysely<Database>,
  programId: string,
  partnerUid: string,
): Promise<void> {
  await db
    .deleteFrom('commission_rule')
    .where('program_id', '=', programId)
    .where('partner_uid', '=', partnerUid)
    .execute()
}

export async function hasCommissionRules(
  db: Kysely<Database>,
  programId: string,
): Promise<boolean> {
  const rule = await db
    .selectFrom('commission_rule')
    .select('uid')
    .where('program_id', '=', programId)
    .limit(1)
    .executeTakeFirst()
  return rule !== undefined
}
