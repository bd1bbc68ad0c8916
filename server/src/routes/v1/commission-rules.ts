import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { v7 as uuidv7 } from 'uuid'
import { readCommissionRule } from '../../domain/commissions/read-commission-rule.js'
import { PollenError } from '../../errors/pollen-error.js'
import { commissionRuleRecord } from '../../records/commission-rule-record.js'
import { CommissionRuleBody, CommissionRulesQuery } from '../../schemas/commission-rules.js'
import { RecordPath } from '../../schemas/identifiers.js'
import {
  deleteCommissionRule,
  findCommissionRule,
  insertCommissionRule,
  listCommissionRules,
  updateCommissionRule,
} from '../../store/commission-rules.js'
import type { CommissionRuleRow, ProgramRow } from '../../store/database.js'
import { findReferrersByUid } from '../../store/referrers.js'
import { pageAnswer, pageOf } from './page.js'
import { partnerFilter } from './partner-filter.js'

/** Exceptions from what a program pays; they count for the sales that come after. */
export const commissionRules: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/commission_rules',
    { schema: { querystring: CommissionRulesQuery } },
    async (request) => {
      const { program, query } = request
      const page = pageOf(query)
      const rows = await listCommissionRules(app.db, program.program_id, page, {
        partnerUid: await partnerFilter(app.db, program, query),
        name: query.name,
      })
      return pageAnswer(request, page, rows, (rows) => records(program, rows))
    },
  )

  app.post('/commission_rules', { schema: { body: CommissionRuleBody } }, async (request) => {
    const { program, body } = request
    const now = Date.now()
    const said = await readCommissionRule(app.db, program, body)
    const rule = { ...said, uid: uuidv7(), created_at: now, updated_at: now }
    await insertCommissionRule(app.db, rule)
    return one(program, rule)
  })

  app.get('/commission_rules/:id', { schema: { params: RecordPath } }, async (request) => {
    const { program, params } = request
    return one(program, await existing(program, params.id))
  })

  // All of it is replaced: what is left out holds for all again.
  app.put(
    '/commission_rules/:id',
    { schema: { params: RecordPath, body: CommissionRuleBody } },
    async ({ program, params, body }) => {
      const rule = await existing(program, params.id)
      const said = await readCommissionRule(app.db, program, body)
      return one(
        program,
        await updateCommissionRule(app.db, rule, { ...said, updated_at: Date.now() }),
      )
    },
  )

  app.delete('/commission_rules/:id', { schema: { params: RecordPath } }, async (request) => {
    const { program, params } = request
    await deleteCommissionRule(app.db, await existing(program, params.id))
    return { status: 1 }
  })

  async function existing({ program_id }: ProgramRow, uid: string): Promise<CommissionRuleRow> {
    const rule = await findCommissionRule(app.db, program_id, uid)
    if (!rule) throw new PollenError('commission_rule_not_found')
    return rule
  }

  async function one(program: ProgramRow, rule: CommissionRuleRow) {
    return { data: (await records(program, [rule]))[0], status: 1 }
  }

  async function records(program: ProgramRow, rules: CommissionRuleRow[]) {
    const uids = rules.flatMap(({ partner_uid }) => partner_uid ?? [])
    const partners = await findReferrersByUid(app.db, program, [...new Set(uids)])
    return rules.map((rule) => commissionRuleRecord(rule, partners.get(rule.partner_uid ?? '')))
  }
}
