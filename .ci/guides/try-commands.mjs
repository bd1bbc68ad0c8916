import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { blocksOf } from './blocks-of.mjs'

const run = promisify(execFile)

const JANE = { key: 'jane', email: 'jane@partners.example' }

const earned = (key, amount) => async (api) => {
  const { data } = await api('GET', `/transactions/${key}`)
  assert.equal(data.amount, amount)
  assert.ok(data.rewards.length > 0, `${key} earns nothing`)
}

const provider = (name) => async (api) => {
  const { data } = await api('GET', '/integrations')
  assert.ok(
    data.some((each) => each.provider === name),
    `${name} is not connected`,
  )
}

/** What is there before a guide's commands run, and what has come of them. */
const COMMANDS = {
  'five-minutes': { before: [], check: earned('payment_1', 99.99) },
  'server-to-server': { check: earned('payment_8', 20) },
  'refer-a-friend': {
    type: 'refer_a_friend',
    commission: '5.00',
    before: [],
    async check(api) {
      const { data } = await api('GET', '/customers/user_1/balance')
      assert.match(JSON.stringify(data), /\b8\b/)
    },
  },
  stripe: { check: provider('stripe') },
  paddle: { check: provider('paddle') },
  chargebee: { check: provider('chargebee') },
  coupons: { check: earned('payment_9', 80) },
  refunds: {
    before: [
      ['/partners', JANE],
      ['/customers', { key: 'user_42', email: 'ada@shop.example', partner: { key: 'jane' } }],
      ['/transactions', { key: 'payment_1', amount: 99.99, customer: { key: 'user_42' } }],
    ],
    async check(api) {
      const { data } = await api('GET', '/transactions')
      assert.deepEqual(
        data.map(({ key }) => key),
        ['payment_1_rest'],
      )
    },
  },
  consent: {
    async check(api) {
      assert.equal((await api('GET', '/settings')).data.consent, 'required')
    },
  },
  'from-partnerojs': {
    async check(api) {
      assert.equal((await api('GET', '/partners/partner_17')).data.key, 'lin')
    },
  },
  'from-the-partnero-api': { check: earned('old_2', 12.5) },
}

export const COMMAND_GUIDES = Object.keys(COMMANDS)

/** Runs the commands of a guide, in order, until one fails. */
export async function runCommands(guide, env) {
  const script = blocksOf(guide)
    .filter(([name]) => name === 'run')
    .map(([, code]) => code)
    .join('\n')
  const { stdout } = await run('bash', ['-e', '-c', script], { env: { ...process.env, ...env } })
  assert.doesNotMatch(stdout, /"status":0/)
}

/** The guide's commands run as they stand, and leave in the API what the guide says. */
export async function tryCommands(world, guide) {
  const { type, commission, before = [['/partners', JANE]], check } = COMMANDS[guide]
  const { api, env } = await world.createProgram(type, commission)
  for (const [path, body] of before) await api('POST', path, body)
  await runCommands(guide, env)
  await check(api)
}
