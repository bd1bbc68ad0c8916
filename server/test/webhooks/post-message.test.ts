import { describe, expect, it } from 'vitest'
import { postMessage } from '../../src/webhooks/post-message.js'
import { startReceiver, takeIt } from '../helpers/start-receiver.js'

describe('postMessage', () => {
  const receiver = startReceiver()
  const message = () => ({
    url: `${receiver.url}/hook?token=1`,
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Zoë"}',
  })

  it('sends body and headers as they are', async () => {
    receiver.messages = []
    receiver.answer = takeIt
    expect(await postMessage(message(), true)).toEqual({ statusCode: 200, error: null })
    expect(receiver.messages).toMatchObject([
      {
        path: '/hook?token=1',
        body: '{"name":"Zoë"}',
        headers: { 'content-type': 'application/json', 'content-length': '15' },
      },
    ])
  })

  it('reaches nothing private unless it is allowed to', async () => {
    receiver.messages = []
    for (const url of [receiver.url, receiver.url.replace('127.0.0.1', 'localhost')]) {
      const outcome = await postMessage({ ...message(), url }, false)
      expect(outcome.error).toMatch(/is not in the public internet/)
    }
    expect(receiver.messages).toEqual([])
  })

  it('does not follow a redirect', async () => {
    receiver.messages = []
    receiver.answer = (_message, response) => {
      response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end()
    }
    expect(await postMessage(message(), true)).toEqual({
      statusCode: 307,
      error: 'The answer was 307; redirects are not followed.',
    })
    expect(receiver.messages).toHaveLength(1)
  })

  it('takes the status for the answer, however long the body goes on', async () => {
    receiver.answer = (_message, response) => response.writeHead(202).write('and so on')
    expect(await postMessage(message(), true)).toEqual({ statusCode: 202, error: null })
  })

  it('gives up after five seconds of silence', async () => {
    receiver.answer = () => {}
    expect(await postMessage(message(), true)).toEqual({
      statusCode: null,
      error: 'There was no answer within 5 seconds.',
    })
  })

  it('says why it reached nobody', async () => {
    const { statusCode, error } = await postMessage(
      { ...message(), url: 'http://127.0.0.1:1' },
      true,
    )
    expect(statusCode).toBe(null)
    expect(error).toContain('ECONNREFUSED')
  })
})
