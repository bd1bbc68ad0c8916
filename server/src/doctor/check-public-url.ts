import type { ProgramRow } from '../store/database.js'
import { compareClocks } from './check-database.js'
import { type Finding, fail, ok, warn } from './finding.js'

const PATIENCE_MS = 5_000

/** The date of an HTTP answer is in whole seconds, and the answer takes its time. */
const HTTP_DATE_MS = 2_000

/** Whether the server answers where browsers reach it, and is the one with these programs. */
export async function checkPublicUrl(url: string, programs: ProgramRow[]): Promise<Finding[]> {
  const health = await get(`${url}/health`)
  if (typeof health === 'string') {
    return [
      fail(
        'public URL',
        `${url} does not answer: ${health}`,
        'Check DNS, the proxy in front, its certificate, and that the server runs.',
      ),
    ]
  }
  if (health.status !== 200) {
    const advice = 'Look at the log of the server, and at what the proxy sends there.'
    return [fail('public URL', `${url}/health answers ${health.status}.`, advice)]
  }
  const date = Date.parse(health.headers.get('date') ?? '')
  return [
    await checkIdentity(url, programs[0]),
    ...(Number.isNaN(date)
      ? []
      : [compareClocks(`that of ${url}`, date, Date.now(), HTTP_DATE_MS)]),
    ...(isOpen(url)
      ? [
          warn(
            'https',
            `${url} is not https.`,
            'Put a proxy with a certificate in front: browsers keep cookies from it, and pages on https load nothing from http.',
          ),
        ]
      : []),
  ]
}

async function checkIdentity(url: string, program: ProgramRow | undefined): Promise<Finding> {
  if (!program) return ok('public URL', `${url} answers.`)
  const answer = await get(`${url}/pub/v1/programs/${program.program_id}`)
  if (typeof answer !== 'string' && answer.status === 200) {
    return ok('public URL', `${url} answers, as the server of this database.`)
  }
  return fail(
    'public URL',
    `${url} answers, but does not know the program ${program.program_id} of this database.`,
    'Another server answers there, or this one uses another database: compare --database.',
  )
}

/** Whether the pages that the script runs on answer; a site may well refuse a visitor like this one. */
export async function checkWebsites(programs: ProgramRow[]): Promise<Finding[]> {
  const websites = [...new Set(programs.map(({ website }) => website))]
  return Promise.all(
    websites.map(async (website) => {
      const answer = await get(website)
      if (typeof answer !== 'string' && answer.status < 500) {
        return ok('website', `${website} answers.`)
      }
      const reason = typeof answer === 'string' ? answer : `it answers ${answer.status}`
      return warn(
        'website',
        `${website} cannot be opened from here: ${reason}`,
        'Referral links lead there. If it is right for visitors, there is nothing to do.',
      )
    }),
  )
}

const isOpen = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(hostname)
}

/** @returns The answer, or why there is none. */
async function get(url: string): Promise<Response | string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    await response.body?.cancel()
    return response
  } catch (error) {
    const { cause, message } = error as Error
    return cause instanceof Error && cause.message !== '' ? cause.message : message
  }
}
