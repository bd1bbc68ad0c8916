import type { Kysely } from 'kysely'
import { isoTime, isoTimeOrNull } from '../domain/time/iso-time.js'
import type { ClickRow, CustomerRow, Database, ProgramRow } from '../store/database.js'
import { findReferrerByUid } from '../store/referrers.js'
import { listSessionClicks } from '../store/session-clicks.js'

/** Who has the credit for a customer, and all that is known of why. */
export async function attributionRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
) {
  const { referrer_uid, credited_at, referral_key, session, flags } = customer
  const referrer = referrer_uid ? await findReferrerByUid(db, program, referrer_uid) : undefined
  const clicks =
    session === null || credited_at === null
      ? []
      : await listSessionClicks(db, program.program_id, session, credited_at)
  const own = clicks.filter(({ key }) => key === referral_key)
  const click = program.attribution === 'first_click' ? own[0] : own.at(-1)
  return {
    customer: { id: customer.id, key: customer.key },
    partner: referrer
      ? { id: referrer.id, key: referrer.key, name: referrer.name, email: referrer.email }
      : null,
    rule: ruleOf(program, customer),
    credited_at: isoTimeOrNull(credited_at),
    referral_key,
    session,
    click: click ? clickRecord(click) : null,
    clicks: clicks.map(clickRecord),
    flags: JSON.parse(flags) as string[],
  }
}

/** `named` by a back end, or by a `referral_url` that it sent; of browsers the program's own rule. */
function ruleOf({ attribution }: ProgramRow, { credited_by }: CustomerRow) {
  const rules = { click: attribution, link: 'referral_url', name: 'named' } as const
  return credited_by === null ? null : rules[credited_by]
}

const clickRecord = (click: ClickRow) => ({
  id: click.id,
  at: isoTime(click.received_at),
  key: click.key,
  url: click.url,
  referrer: click.referrer,
  is_credited: click.referrer_uid !== null,
  is_bot: click.is_bot === 1,
})
