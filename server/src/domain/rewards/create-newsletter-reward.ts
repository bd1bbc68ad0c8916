import type { Kysely } from 'kysely'
import type { Database } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { insertNewsletterReward } from '../../store/newsletter-rewards.js'
import { nextNumber } from '../../store/statements/next-number.js'
import type { NewsletterRewardRow } from '../../store/tables/side-tables.js'

export interface NewNewsletterReward {
  name: string
  description?: string | undefined
  subscribers_count?: number | undefined
  fulfillment_type?: NewsletterRewardRow['fulfillment_type'] | undefined
  fulfillment_value?: string | undefined
}

/**
 * Creates a reward. Who has referred enough others by then gets it with the next one they refer.
 *
 * @param now Milliseconds since the epoch.
 */
export async function createNewsletterReward(
  db: Kysely<Database>,
  programId: string,
  input: NewNewsletterReward,
  now: number,
): Promise<NewsletterRewardRow> {
  return inTransaction(db, async (trx) => {
    const reward: NewsletterRewardRow = {
      program_id: programId,
      number: await nextNumber(trx, programId, 'newsletter_reward'),
      name: input.name,
      description: input.description ?? null,
      subscribers_count: input.subscribers_count ?? 1,
      fulfillment_type: input.fulfillment_type ?? null,
      fulfillment_value: input.fulfillment_value ?? null,
      created_at: now,
      updated_at: now,
      archived_at: null,
    }
    await insertNewsletterReward(trx, reward)
    return reward
  })
}
