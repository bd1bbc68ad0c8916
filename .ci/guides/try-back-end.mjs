import assert from 'node:assert/strict'
import { blocksOf } from './blocks-of.mjs'

/** With what gets lost where a cookie is decoded wrongly. */
const KEY = 'jürgen+co'

const SETTINGS = `SECRET_KEY = "only here"
ROOT_URLCONF = "urls"
ALLOWED_HOSTS = ["*"]
`

/** How the files of each guide are started, and what they need that is none of the guide's business. */
export const BACK_ENDS = {
  express: { command: () => ['node', 'shop.mjs'] },
  php: {
    command: (port) => ['php', '-S', `localhost:${port}`],
    suffix: '.php',
  },
  django: {
    // Debian's, for which Debian's Django is installed.
    command: (port) => [
      ...['/usr/bin/python3', '-m', 'django', 'runserver', '--noreload'],
      `localhost:${port}`,
    ],
    files: [['settings.py', SETTINGS]],
    env: { DJANGO_SETTINGS_MODULE: 'settings', PYTHONPATH: '.', PYTHONDONTWRITEBYTECODE: '1' },
  },
  ruby: { command: (port) => ['puma', '--bind', `tcp://localhost:${port}`, 'config.ru'] },
}

/** The guide's shop takes a sign-up, a payment and a refund, and goes on when Pollen is down. */
export async function tryBackEnd(world, guide) {
  const { command, suffix = '', files = [], env } = BACK_ENDS[guide]
  const { api, env: pollen } = await world.createProgram()
  await api('POST', '/partners', { key: KEY, email: 'jane@partners.example' })
  const app = world.write(guide, [...blocksOf(guide), ...files])
  const [shop, alone] = await Promise.all([
    world.start(app, { ...pollen, ...env }, command),
    world.start(app, { ...pollen, POLLEN_HOST: 'http://localhost:1', ...env }, command),
  ])

  async function post(url, path, fields, cookie = '') {
    const body = new URLSearchParams(fields)
    const answer = await fetch(url + path + suffix, { method: 'POST', headers: { cookie }, body })
    assert.equal(answer.status, 201, `${path}: ${await answer.text()}`)
  }
  const cookie = `theme=dark; partnero_partner=${encodeURIComponent(KEY)}`

  await post(shop.url, '/sign-up', { id: 'user_1', email: 'ada@shop.example' }, cookie)
  await post(shop.url, '/sign-up', { id: 'user_1', email: 'ada@shop.example' }, cookie)
  assert.equal((await api('GET', '/customers/user_1')).data.partner, KEY)
  await post(shop.url, '/sign-up', { id: 'user_2', email: 'eve@shop.example' })
  assert.equal((await api('GET', '/customers/user_2')).status, 0)

  const payment = { payment: 'pay/1', amount: '99.99', customer: 'user_1' }
  await post(shop.url, '/paid', payment)
  await post(shop.url, '/paid', payment)
  await post(shop.url, '/paid', { payment: 'pay_2', amount: '10', customer: 'user_2' })
  const sales = async () =>
    (await api('GET', '/transactions')).data.map(({ key, amount }) => [key, amount])
  assert.deepEqual(await sales(), [['pay/1', 99.99]])

  await post(shop.url, '/refunded', { payment: 'pay/1' })
  assert.deepEqual(await sales(), [])

  await post(alone.url, '/sign-up', { id: 'user_3', email: 'kim@shop.example' }, cookie)
  await post(alone.url, '/paid', payment)
  await post(alone.url, '/refunded', payment)
}
