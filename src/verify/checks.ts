import { isSettingsJson, isSettingsScript, readProgram, type SeenProgram } from './read-program.js'
import type { PageRequest, Visit } from './visit.js'

/** One thing that works or does not. */
export interface Check {
  name:
    | 'page'
    | 'snippet'
    | 'early'
    | 'bundle'
    | 'settings'
    | 'csp'
    | 'privacy'
    | 'cookie'
    | 'click'
  /** `warn` works, but not as well as it could; `skip` could not be looked at. */
  status: 'pass' | 'warn' | 'fail' | 'skip'
  /** What was seen, as a sentence. */
  message: string
  /** What would be right. */
  advice?: string
}

type Finding = Omit<Check, 'name'>

/** A visit without a referral link, then one through a link with `key`. */
export interface Visits {
  plain: Visit
  landing: Visit
  key: string
  /** Whether the key was given, so that it should be a partner's. */
  isPartner: boolean
  /** Of this package: its version and the text of its bundle. */
  own: { version: string; bundle: string }
}

const pass = (message: string): Finding => ({ status: 'pass', message })
const skip = (message: string): Finding => ({ status: 'skip', message })
const warn = (message: string, advice: string): Finding => ({ status: 'warn', message, advice })
const fail = (message: string, advice: string): Finding => ({ status: 'fail', message, advice })

/** The bundle under any name: a first-party handler gives it another one. */
const isBundle = ({ type, url, answer = '' }: PageRequest) =>
  type === 'Script' &&
  (/\/universal\.js(\?|$)/.test(url) || answer.includes('partnero_session_uuid'))

export const isClick = ({ url, method }: PageRequest): boolean =>
  method === 'POST' && /\/programs\/[^/]+\/clicks$/.test(url)

const isEvent = ({ url, method }: PageRequest) =>
  method === 'POST' && /\/programs\/[^/]+\/(clicks|customers)$/.test(url)

const isOk = ({ status = 0 }: PageRequest) => status >= 200 && status < 400

/** Chromium hides an answer that is no script from a script element, its status too. */
const NO_SCRIPT = 'net::ERR_BLOCKED_BY_ORB'

/** `was answered 404`, `could not be reached (net::ERR_CONNECTION_REFUSED)`. */
const outcome = ({ status, error }: PageRequest) =>
  error === NO_SCRIPT
    ? 'was answered with something that is no script'
    : status
      ? `was answered ${status}`
      : `could not be reached (${error ?? 'no answer in time'})`

const REFERRAL_COOKIES = ['partnero_partner', 'partnero_referral']
const COOKIES = [...REFERRAL_COOKIES, 'partnero_session_uuid']

const stubs = ({ notes }: Visit) => notes.flatMap((note) => (note.kind === 'stub' ? [note] : []))

/** Whether the page uses the npm entry: it has no stub, but speaks with a Pollen server. */
const usesNpm = (visit: Visit) =>
  stubs(visit).length === 0 &&
  visit.requests.some(({ url }) => isSettingsJson(url) || /\/programs\/[^/]+\/clicks$/.test(url))

function page({ plain: { requests, url } }: Visits): Finding {
  const answers = requests.filter(({ type }) => type === 'Document')
  const last = answers.find((request) => request.url === url) ?? answers[0]
  if (last && isOk(last)) return pass(`The page ${url} was answered ${last.status}.`)
  return fail(
    `The page ${url} ${last ? outcome(last) : 'did not load'}.`,
    'Give the address of a page that opens in a browser.',
  )
}

function snippet({ landing }: Visits): Finding {
  const [first, ...more] = stubs(landing)
  if (usesNpm(landing)) return pass('The page uses the npm entry, which needs no snippet.')
  if (!first) {
    return fail(
      'The page has no snippet.',
      'Paste it before </head> of every page; `pollen-server program snippet <id> --server <url>` prints it. If the site adds it only after consent, let it run always and set consent to "required".',
    )
  }
  if (more.length > 0) {
    return warn(
      `The page has the snippet ${more.length + 1} times.`,
      'Nothing is counted twice, but once is enough: look for it in the template and in the tag manager.',
    )
  }
  return pass(`The snippet is there, once, as window.${first.name}.`)
}

function early({ landing }: Visits): Finding {
  if (usesNpm(landing)) return skip('When the npm entry starts is for the site’s own code to say.')
  const [first] = stubs(landing)
  if (!first) return skip('There is no snippet.')
  if (first.place === 'head') return pass('It runs in the head, before the page is drawn.')
  if (first.place === 'body') {
    return warn(
      'It runs in the body.',
      'Put it before </head>, so that no router changes the address before it is read.',
    )
  }
  return warn(
    'It runs only after the page has been read.',
    'Load it with the page, not after it (in Next.js not with "lazyOnload"): who clicks on at once is lost.',
  )
}

function bundle({ landing, own }: Visits): Finding {
  const found = landing.requests.filter(isBundle)
  const [first] = found
  if (usesNpm(landing)) return skip('The npm entry is part of the site’s own scripts.')
  if (!first) {
    const isExpected = stubs(landing).length > 0
    return isExpected
      ? fail('The snippet loads no bundle.', 'Check the address of universal.js in the snippet.')
      : skip('There is no snippet to load it.')
  }
  if (!isOk(first) || first.error) {
    return fail(
      `The bundle ${first.url} ${outcome(first)}.`,
      'Check the server’s address in the snippet.',
    )
  }
  if (!landing.isTakenOver) {
    return fail(
      `The bundle ${first.url} has come but does not run.`,
      'Something else may own the global; the console says more.',
    )
  }
  if (found.length > 1) {
    return warn(
      `The bundle is loaded ${found.length} times.`,
      'Nothing is counted twice, but once is enough.',
    )
  }
  if (first.answer !== undefined && first.answer !== own.bundle) {
    return warn(
      `The bundle ${first.url} runs; it is another version than pollen-js ${own.version}.`,
      'Update the server, or run the verifier of the server’s version.',
    )
  }
  return pass(`The bundle ${first.url} runs, of pollen-js ${own.version}.`)
}

function settings({ landing }: Visits, program: SeenProgram | undefined): Finding {
  if (!program) return skip('No program is loaded.')
  const asked = landing.requests.find(
    ({ url, method }) => isSettingsScript(url) || (method === 'GET' && isSettingsJson(url)),
  )
  const what = `Program ${program.id}`
  if (asked && !isOk(asked)) {
    return fail(
      `${what}: its settings ${asked.url} ${asked.status === 404 || asked.error === NO_SCRIPT ? 'do not exist' : outcome(asked)}.`,
      'Check the program’s id and the server’s address; `pollen-server program list` shows the ids.',
    )
  }
  if (asked) return pass(`${what}: its settings were answered.`)
  if (program.settings.type) return pass(`${what}: the page carries its settings.`)
  return skip(`${what}: its settings were not asked for.`)
}

/** Our addresses: those of the bundle and of the events. */
const ownOrigins = ({ requests }: Visit) =>
  new Set(
    requests
      .filter((request) => isBundle(request) || isEvent(request) || isSettingsScript(request.url))
      .map(({ url }) => new URL(url).origin),
  )

function csp({ landing }: Visits): Finding {
  const own = ownOrigins(landing)
  const blocked = landing.notes.flatMap((note) => (note.kind === 'blocked' ? [note] : []))
  const ours = blocked.filter(({ url }) => URL.canParse(url) && own.has(new URL(url).origin))
  // An inline script that is blocked leaves no trace but this; it is the snippet if there is none.
  const isSnippet = stubs(landing).length === 0 && blocked.some(({ url }) => url === 'inline')
  if (isSnippet) {
    return fail(
      'The content security policy forbids inline scripts, probably the snippet too.',
      'Give the snippet’s script element the nonce of the page.',
    )
  }
  if (ours.length === 0)
    return pass('The content security policy, if there is one, forbids nothing.')
  return fail(
    `The content security policy forbids ${[...new Set(ours.map(({ directive, url }) => `${directive} ${url}`))].join(', ')}.`,
    [
      ...new Set(
        ours.map(
          ({ directive, url }) =>
            `Add ${new URL(url).origin} to ${directive.replace('-elem', '')}.`,
        ),
      ),
    ].join(' '),
  )
}

function privacy({ plain }: Visits): Finding {
  const stored = plain.cookies.filter(({ name }) => COOKIES.includes(name)).map(({ name }) => name)
  const sent = plain.requests.filter(isEvent).map(({ url }) => url)
  const all = [...stored, ...sent]
  if (all.length === 0)
    return pass('For a visitor who was not referred, nothing is stored or sent.')
  return warn(
    `A visitor who was not referred still has ${all.join(', ')}.`,
    'Give an address without a referral key. If it has none, another script writes these.',
  )
}

/** Names and values of the referral cookies that scripts have written. */
const written = ({ notes }: Visit) =>
  notes.flatMap((note) => {
    const [, name, value] = (note.kind === 'cookie' && /^([^=]+)=([^;]*)/.exec(note.text)) || []
    return name && value && REFERRAL_COOKIES.includes(name) ? [{ name, value }] : []
  })

const DAY_S = 24 * 60 * 60

/** Whether Pollen runs at all: without it there is neither cookie nor click to look for. */
const runs = (visit: Visit) => visit.isTakenOver || usesNpm(visit)

function cookie({ landing, key }: Visits): Finding {
  if (!runs(landing)) return skip('Pollen does not run in this page.')
  const standing = landing.cookies.find(
    ({ name, value }) => REFERRAL_COOKIES.includes(name) && decodeURIComponent(value) === key,
  )
  if (standing) {
    const days = Math.round((standing.expires - Date.now() / 1000) / DAY_S)
    return pass(`The cookie ${standing.name} is kept for ${days} days on ${standing.domain}.`)
  }
  const past = written(landing).find(({ value }) => decodeURIComponent(value) === key)
  if (past) {
    return pass(
      `The cookie ${past.name} was written, and taken back when the server said that the key is nobody’s.`,
    )
  }
  return fail(
    `No cookie was written for the key "${key}".`,
    'If cookies are forbidden (a sandboxed page, say), a referral lasts for one page only.',
  )
}

/** Whom the server has credited; `undefined` where the answer could not be read. */
function creditedPartner({ answer }: PageRequest): { name: string | null } | null | undefined {
  try {
    return JSON.parse(answer ?? '').data.partner
  } catch {
    return undefined
  }
}

function click({ landing, key, isPartner }: Visits): Finding {
  if (!runs(landing)) return skip('Pollen does not run in this page.')
  const clicks = landing.requests.filter(isClick)
  const arrived = clicks.find(isOk)
  const [first] = clicks
  if (!first) return fail('No click was sent.', 'The checks above say what stands in its way.')
  if (!arrived) {
    return fail(
      `The click to ${first.url} ${outcome(first)}.`,
      'Visitors’ browsers keep it and send it again, but look after the server.',
    )
  }
  const partner = creditedPartner(arrived)
  if (partner) return pass(`The test click arrived: "${key}" is ${partner.name ?? 'a partner'}.`)
  if (isPartner && partner === null) {
    return fail(`The click arrived, but nobody has the key "${key}".`, 'Give the key of a partner.')
  }
  if (isPartner) {
    return pass(`The click arrived; the answer, which says who has "${key}", could not be read.`)
  }
  return pass('The test click arrived. Its key is nobody’s, so nobody is credited.')
}

/** What two visits of a page have shown, from the page itself to the click. */
export function runChecks(visits: Visits): Check[] {
  const program = readProgram(visits.landing)
  return [
    { name: 'page', ...page(visits) },
    { name: 'snippet', ...snippet(visits) },
    { name: 'early', ...early(visits) },
    { name: 'bundle', ...bundle(visits) },
    { name: 'settings', ...settings(visits, program) },
    { name: 'csp', ...csp(visits) },
    { name: 'privacy', ...privacy(visits) },
    { name: 'cookie', ...cookie(visits) },
    { name: 'click', ...click(visits) },
  ]
}
