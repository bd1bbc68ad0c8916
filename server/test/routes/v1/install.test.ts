import { describe, expect, it } from 'vitest'
import { aClick } from '../../helpers/a-click.js'
import { createApi } from '../../helpers/create-api.js'
import { createTestProgram } from '../../helpers/create-test-program.js'
import { databases } from '../../helpers/databases.js'
import { startTestServer } from '../../helpers/start-test-server.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/)

describe.each(databases)('the installation of the script on $name', (database) => {
  const server = startTestServer(database)

  it('is told with the snippet of the program, before any click', async () => {
    const { id, api } = await createTestProgram(server)
    const { status, body } = await api.get('/install')
    expect(status).toBe(200)
    expect(body.data).toEqual({
      snippet: expect.stringContaining(id),
      settings_url: `${server.url}/program/${id}/settings/settings.js`,
      first_click_at: null,
      last_click_at: null,
      clicks_last_hour: 0,
      refused: [],
    })
    expect(body.data.snippet).toContain(server.url)
    expect(body.data.snippet).not.toMatch(/POLLEN_HOST|PROGRAM_ID/)
    expect((await fetch(body.data.settings_url)).status).toBe(200)
  })

  it('is seen to work by clicks, and by those of whoever tries it with a driven browser', async () => {
    const { api, events } = await createTestProgram(server)
    await events.post('/clicks', aClick('jane', { automated: true }))
    await events.post('/clicks', aClick('jane'))
    const { body } = await api.get('/install')
    expect(body.data).toMatchObject({ first_click_at: TIME, last_click_at: TIME })
    expect(body.data.clicks_last_hour).toBe(2)
  })

  it('is told which pages were refused, by this program alone', async () => {
    const { id, api } = await createTestProgram(server)
    const report = (origin: string) =>
      createApi(`${server.url}/pub/v1/programs/${id}`, {
        'content-type': 'text/plain',
        origin,
      }).post('/clicks', aClick('jane'))
    expect((await report('https://checkout.example')).status).toBe(403)
    await report('https://other.example')
    await report('https://checkout.example')
    await report('https://shop.example')
    const { body } = await api.get('/install')
    expect(body.data.refused).toEqual([
      { origin: 'https://checkout.example', at: TIME, count: 2 },
      { origin: 'https://other.example', at: TIME, count: 1 },
    ])
    const another = await createTestProgram(server)
    expect((await another.api.get('/install')).body.data.refused).toEqual([])
  })

  it('remembers no more of strangers than it has room for', async () => {
    const { id, api } = await createTestProgram(server)
    const report = (origin: string) =>
      createApi(`${server.url}/pub/v1/programs/${id}`, { 'content-type': 'text/plain', origin })
    for (let host = 0; host < 25; host++) {
      await report(`https://host${host}.example`).post('/clicks', aClick('jane'))
    }
    await report(`https://${'x'.repeat(300)}.example`).post('/clicks', aClick('jane'))
    const { body } = await api.get('/install')
    expect(body.data.refused).toHaveLength(20)
    expect(body.data.refused[0].origin).toBe('https://host24.example')
  })
})
