import type { Operations } from '../operation.js'

const RULE = { id: '0198b2f0-0000-7000-8000-000000000002' }
const rule = { name: 'Half of every yearly plan', commission: '50%', product_type: 'yearly' }

export const rules: Operations = {
  'GET /v1/commission_rules': {
    summary: 'List commission rules',
    answer: { list: 'CommissionRule' },
    examples: [
      { title: 'List rules' },
      { title: 'List the rules for one partner', query: { partner_key: 'jane' } },
    ],
  },
  'POST /v1/commission_rules': {
    summary: 'Create a commission rule',
    description: 'An exception from what the program pays, for the sales that come after.',
    answer: 'CommissionRule',
    examples: [{ title: 'Pay more for a kind of product', body: rule }],
  },
  'GET /v1/commission_rules/{id}': {
    summary: 'Get a commission rule',
    answer: 'CommissionRule',
    examples: [{ title: 'Get a rule', path: RULE }],
  },
  'PUT /v1/commission_rules/{id}': {
    summary: 'Replace a commission rule',
    answer: 'CommissionRule',
    examples: [{ title: 'Pay less', path: RULE, body: { ...rule, commission: '40%' } }],
  },
  'DELETE /v1/commission_rules/{id}': {
    summary: 'Delete a commission rule',
    answer: 'done',
    examples: [{ title: 'Delete a rule', path: RULE }],
  },
}
