import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createSignInToken } from '../../domain/accounts/create-sign-in-token.js'
import { hashPassword } from '../../domain/accounts/hash-password.js'
import { approvalLetter } from '../../domain/letters/approval-letter.js'
import { queueLetter } from '../../domain/letters/queue-letter.js'
import {
  approvePartner,
  archivePartner,
  deletePartner,
  type PartnerAction,
  rejectPartner,
  restorePartner,
} from '../../domain/partners/change-partner.js'
import { createPartner } from '../../domain/partners/create-partner.js'
import { type PartnerChanges, updatePartner } from '../../domain/partners/update-partner.js'
import { portalUrl } from '../../domain/portal/portal-url.js'
import { signInUrl } from '../../domain/portal/sign-in-url.js'
import { rewardPartner } from '../../domain/rewards/reward-partner.js'
import { isoTime } from '../../domain/time/iso-time.js'
import { PollenError } from '../../errors/pollen-error.js'
import { partnerRowRecord } from '../../records/partner-record.js'
import { partnerRecord } from '../../records/partner-records.js'
import { rewardRecord } from '../../records/reward-record.js'
import { RecordPath } from '../../schemas/identifiers.js'
import {
  PartnerBody,
  PartnersQuery,
  PartnerUpdate,
  RewardBody,
  SignInUrlBody,
} from '../../schemas/partners.js'
import { SearchQuery } from '../../schemas/search-query.js'
import type { PartnerRow, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { listPartners } from '../../store/partners.js'
import type { Identifier } from '../../store/statements/find-record.js'
import { existingPartner } from './existing-partner.js'
import { pageAnswer, pageOf } from './page.js'
import { type Update, updateOf } from './update-of.js'

/** How long a sign-in URL works, in seconds, unless it is said. */
const SIGN_IN_SECONDS = 120

/** The partners of an affiliate program; `/partner` is what older clients call some of these. */
export const partners: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', async ({ program }) => {
    if (program.type !== 'affiliate') throw new PollenError('affiliate_only')
  })

  // A client that looks for one partner by e-mail address ends up here: its path has no id to add.
  app.get('/partners', { schema: { querystring: PartnersQuery } }, async (request) => {
    const { program, query } = request
    const { id, key, email, status } = query
    if (id ?? key ?? email) return one(program, await existing(program, { id, key, email }))
    const page = pageOf(query)
    const rows = await listPartners(app.db, program.program_id, page, { status })
    return pageAnswer(request, page, rows, (rows) =>
      rows.map((row) => partnerRowRecord(program, row)),
    )
  })
  app.get('/partner', { schema: { querystring: SearchQuery } }, async ({ program, query }) =>
    one(program, await existing(program, query)),
  )

  for (const path of ['/partners', '/partner']) {
    app.post(path, { schema: { body: PartnerBody } }, async ({ program, body }) => {
      const said = await withHashedPassword(body)
      const partner = await inTransaction(app.db, (trx) =>
        createPartner(trx, program, said, Date.now()),
      )
      return one(program, partner)
    })
    app.put(path, { schema: { body: PartnerUpdate } }, ({ program, body }) =>
      update(program, updateOf(undefined, body)),
    )
    app.delete(path, { schema: { querystring: SearchQuery } }, ({ program, query }) =>
      act(deletePartner, program, query),
    )
  }

  app.get('/partners::search', { schema: { querystring: PartnersQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listPartners(app.db, program.program_id, page, query)
    return pageAnswer(request, page, rows, (rows) =>
      rows.map((row) => partnerRowRecord(program, row)),
    )
  })

  app.post('/partners::sign-in-url', { schema: { body: SignInUrlBody } }, async (request) => {
    const { program, body } = request
    const partner = await existing(program, body)
    if (partner.status !== 'active') {
      throw new PollenError('action_failed', { partner: ['The partner is not active.'] })
    }
    const seconds = body.expires_in ?? SIGN_IN_SECONDS
    const { token, expiresAt } = await inTransaction(app.db, (trx) =>
      createSignInToken(trx, partner, seconds, Date.now()),
    )
    const url = signInUrl(portalUrl(app.serverUrl(request), program), token)
    return { data: { url, sign_in_url: url, expires_at: isoTime(expiresAt) }, status: 1 }
  })

  app.get('/partners/:id', { schema: { params: RecordPath } }, async ({ program, params }) =>
    one(program, await existing(program, params.id)),
  )
  app.put(
    '/partners/:id',
    { schema: { params: RecordPath, body: PartnerUpdate } },
    ({ program, params, body }) => update(program, updateOf(params.id, body)),
  )
  app.delete('/partners/:id', { schema: { params: RecordPath } }, ({ program, params }) =>
    act(deletePartner, program, params.id),
  )

  const actions = {
    archive: archivePartner,
    'revoke-archive': restorePartner,
    reject: rejectPartner,
  }
  for (const [name, action] of Object.entries(actions)) {
    app.post(`/partners/:id/${name}`, { schema: { params: RecordPath } }, ({ program, params }) =>
      act(action, program, params.id),
    )
  }

  app.post('/partners/:id/approve', { schema: { params: RecordPath } }, (request) =>
    act(
      approveAndTell(portalUrl(app.serverUrl(request), request.program)),
      request.program,
      request.params.id,
    ),
  )

  app.post(
    '/partners/:id/reward',
    { schema: { params: RecordPath, body: RewardBody } },
    async ({ program, params, body }) => {
      const partner = await existing(program, params.id)
      const now = Date.now()
      const reward = await inTransaction(app.db, (trx) =>
        rewardPartner(trx, program, partner, body, now),
      )
      return { data: await rewardRecord(app.db, program, reward, now), status: 1 }
    },
  )

  const existing = (program: ProgramRow, identifier: string | Identifier) =>
    existingPartner(app.db, program, identifier)

  async function one(program: ProgramRow, partner: PartnerRow) {
    return { data: await partnerRecord(app.db, program, partner), status: 1 }
  }

  async function update(
    program: ProgramRow,
    { identifier, changes }: Update<WithPassword<PartnerChanges>>,
  ) {
    const partner = await existing(program, identifier)
    const said = await withHashedPassword(changes)
    const updated = await inTransaction(app.db, (trx) =>
      updatePartner(trx, program, partner, said, Date.now()),
    )
    return one(program, updated)
  }

  const approveAndTell =
    (portal: string): PartnerAction =>
    async (trx, program, partner, now) => {
      await approvePartner(trx, program, partner, now)
      if (!app.sendsMail) return
      const letter = approvalLetter(program, portal)
      await queueLetter(trx, program, { kind: 'approval', email: partner.email, letter }, now)
    }

  async function act(action: PartnerAction, program: ProgramRow, identifier: string | Identifier) {
    const partner = await existing(program, identifier)
    await inTransaction(app.db, (trx) => action(trx, program, partner, Date.now()))
    return { status: 1 }
  }
}

type WithPassword<Input> = Input & { password?: string }

/** Before the database transaction begins: hashing takes longer than all that happens in there. */
async function withHashedPassword<Input>({ password, ...rest }: WithPassword<Input>) {
  return {
    ...rest,
    ...(password !== undefined && { passwordHash: await hashPassword(password) }),
  }
}
