import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { NewProgram } from '../../src/domain/programs/create-program.js'
import { aClick } from '../helpers/a-click.js'
import { createApi } from '../helpers/create-api.js'
import { createTestProgram } from '../helpers/create-test-program.js'
import { databases, sqlite } from '../helpers/databases.js'
import { startTestServer } from '../helpers/start-test-server.js'

describe.each(databases)('a program’s settings on $name', (database) => {
  const server = startTestServer(database)

  /** What the settings script says to the page. */
  async function commandsOf(id: string, globals: (po: unknown) => object, navigator = {}) {
    const response = await fetch(`${server.url}/program/${id}/settings/settings.js`)
    const said: unknown[][] = []
    const window = globals((...command: unknown[]) => void said.push(command))
    runInNewContext(await response.text(), { window, navigator })
    return { response, said }
  }

  const kinds: [string, Partial<NewProgram>, unknown[][]][] = [
    [
      'affiliate',
      {},
      [
        ['type', 'affiliate'],
        ['settings', 'cookie_time', 30],
        ['settings', 'url_format', 'query'],
        ['settings', 'query_param', 'aff'],
        ['settings', 'link_param', 'aff'],
        ['settings', 'attribution', 'last_click'],
      ],
    ],
    [
      'refer-a-friend',
      {
        type: 'refer_a_friend',
        parameter: 'friend',
        url_format: 'link',
        cookie_lifetime_days: null,
        attribution: 'first_click',
      },
      [
        ['type', 'refer_a_friend'],
        ['settings', 'cookie_time', 'lifetime'],
        ['settings', 'url_format', 'link'],
        ['settings', 'query_param', 'friend'],
        ['settings', 'link_param', 'friend'],
        ['settings', 'attribution', 'first_click'],
      ],
    ],
  ]

  it.each(kinds)('are said to the page in order (%s)', async (_, options, settings) => {
    const { id } = await createTestProgram(server, options)
    const { response, said } = await commandsOf(id, (po) => ({ po }))
    expect(said).toEqual([
      ['settings', 'host', `${server.url}/pub/v1`],
      ...settings.map((setting) => ['program', id, ...setting]),
    ])
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('public')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('are said to a global of another name, and to nobody where there is none', async () => {
    const { id } = await createTestProgram(server)
    const renamed = await commandsOf(id, (po) => ({ __partnerObject: 'track', track: po }))
    expect(renamed.said).toHaveLength(7)
    await expect(commandsOf(id, () => ({}))).resolves.toMatchObject({ said: [] })
  })

  it('are the same as JSON', async () => {
    const { id, events } = await createTestProgram(server, { cookie_lifetime_days: null })
    const { status, headers, body } = await events.get('')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('public'),
    })
    expect(body).toEqual({
      data: {
        public_id: id,
        name: 'Api Test',
        type: 'affiliate',
        settings: {
          cookie_time: 'lifetime',
          url_format: 'query',
          query_param: 'aff',
          link_param: 'aff',
          attribution: 'last_click',
        },
      },
      status: 1,
    })
  })

  it('name every host of a site that has several, and what else was set', async () => {
    const { id, api, events } = await createTestProgram(server)
    const settings = {
      query_params: ['via'],
      cookie_domain: 'shop.example',
      domains: ['checkout.example', 'https://eu.shop.example/start'],
    }
    await api.put('/settings', { settings })
    const told = { ...settings, domains: ['shop.example', 'checkout.example', 'eu.shop.example'] }
    expect((await events.get('')).body.data.settings).toMatchObject(told)
    const { said } = await commandsOf(id, (po) => ({ po }))
    for (const [name, value] of Object.entries(told)) {
      expect(said).toContainEqual(['program', id, 'settings', name, value])
    }

    await api.put('/settings', { settings: { query_params: [], cookie_domain: '', domains: [] } })
    const { body } = await events.get('')
    for (const name of Object.keys(told)) expect(body.data.settings).not.toHaveProperty(name)
  })

  it('ask for consent where the browser sends Global Privacy Control, if the program says so', async () => {
    const { id, api } = await createTestProgram(server)
    await api.put('/settings', { settings: { consent: 'gpc' } })
    const said = async (globalPrivacyControl: boolean) =>
      (await commandsOf(id, (po) => ({ po }), { globalPrivacyControl })).said
    const asked = ['program', id, 'settings', 'consent', 'required']
    expect(await said(true)).toContainEqual(asked)
    expect(await said(false)).not.toContainEqual(asked)
  })

  it('of a program that is not there are 404', async () => {
    const answers = await Promise.all([
      createApi(server.url).get('/program/NOTTHERE/settings/settings.js'),
      createApi(server.url).get('/pub/v1/programs/NOTTHERE'),
      createApi(server.url, { 'content-type': 'text/plain' }).post(
        '/pub/v1/programs/NOTTHERE/clicks',
        aClick('jane'),
      ),
    ])
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({
        message: 'There is no program with this id.',
        errors: {},
        status: 0,
      })
    }
  })
})

describe('the address that settings give', () => {
  const [behindProxy, configured, alone] = [
    startTestServer(sqlite, { trustProxy: true }),
    startTestServer(sqlite, { publicUrl: 'https://pollen.example' }),
    startTestServer(sqlite),
  ]
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ref.shop.example' }

  it.each([
    ['is the one asked for', () => alone, {}, () => alone.url],
    ['is not the one that anybody may claim', () => alone, forwarded, () => alone.url],
    [
      'is what a trusted proxy says',
      () => behindProxy,
      forwarded,
      () => 'https://ref.shop.example',
    ],
    ['is the configured one', () => configured, forwarded, () => 'https://pollen.example'],
  ])('%s', async (_, of, headers, url) => {
    const { id } = await createTestProgram(of())
    const script = await fetch(`${of().url}/program/${id}/settings/settings.js`, { headers })
    expect(await script.text()).toContain(`"host","${url()}/pub/v1"`)
  })
})
