import { request as httpRequest } from 'node:http'
import express, { Router } from 'express'

/** What browsers load from Pollen, and where they report to. The REST API is not for them. */
const PATHS = ['/js', '/program', '/pub/v1']

/** Bytes; more than Pollen takes, so that it is Pollen that says no. */
const LARGEST_BODY = 64 * 1024

/**
 * What passed through.
 * @typedef {object} Passed
 * @property {import('express').Request} request
 * @property {string} body
 * @property {number} httpStatus
 * @property {string} answer
 */

/**
 * Serves the public part of Pollen under the shop's own origin: a first-party script, and a place to
 * see each event go by. Nothing is changed on the way; the host that the browser asked for is passed
 * on, so that Pollen answers with addresses of the shop.
 *
 * @param {string} pollenUrl
 * @param {(passed: Passed) => void} onEvent Told of each report that was answered.
 */
export function firstPartyProxy(pollenUrl, onEvent) {
  const router = Router()
  router.use(express.raw({ type: () => true, limit: LARGEST_BODY }))
  router.use((request, response) => {
    const { method, originalUrl, headers } = request
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const passed = httpRequest(new URL(originalUrl, pollenUrl), {
      method,
      headers: { ...withoutCookies(headers), 'content-length': body.length },
    })
    passed.once('response', (answer) => {
      const httpStatus = answer.statusCode ?? 502
      response.writeHead(httpStatus, answer.headers)
      answer.pipe(response)
      if (method === 'POST') {
        collect(answer).then(
          (text) => onEvent({ request, body: body.toString(), httpStatus, answer: text }),
          () => {},
        )
      }
    })
    passed.once('error', () => {
      if (response.headersSent) response.destroy()
      else response.status(502).json({ message: 'Pollen cannot be reached.', status: 0 })
    })
    passed.end(body)
  })
  return Router().use(PATHS, router)
}

/**
 * The shop's cookies are none of Pollen's business: all that it needs stands in the body.
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
const withoutCookies = ({ cookie: _, 'transfer-encoding': __, ...headers }) => headers

/** @param {import('node:http').IncomingMessage} answer */
async function collect(answer) {
  const chunks = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
