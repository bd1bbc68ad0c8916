import { Command, InvalidArgumentError, Option } from 'commander'
import { options } from '../config.js'
import { parseCommission } from '../domain/commissions/commission.js'
import { AmountError } from '../domain/money/amount-error.js'
import { currencyDigits } from '../domain/money/currency-digits.js'
import { createProgram } from '../domain/programs/create-program.js'
import { parseDomain } from '../domain/programs/parse-domain.js'
import { parseWebsite } from '../domain/programs/parse-website.js'
import { COOKIE_DOMAIN, PARAMETER } from '../domain/programs/program-patterns.js'
import { USUAL_PARAMETERS } from '../domain/programs/usual-parameters.js'
import { programRecord } from '../records/program-record.js'
import type { ProgramRow } from '../store/database.js'
import { examples } from './examples.js'
import { usingDatabase } from './using-database.js'

interface Flags {
  name: string
  website: string
  type: ProgramRow['type']
  domain: string[]
  parameter?: string
  queryParam: string[]
  urlFormat: ProgramRow['url_format']
  cookieLifetime: number | 'lifetime'
  attribution: ProgramRow['attribution']
  cookieDomain?: string
  commission: string
  currency: string
  database: string
  json?: true
}

/** `pollen-server program create`: sets up a program and shows its API key, this once. */
export const createProgramCommand = (): Command => {
  const command = new Command('create')
  return command
    .description('create a program and its API key, which is shown this once')
    .requiredOption('--name <name>', 'what people read', name)
    .requiredOption('--website <url>', 'where referral links lead', website)
    .option(
      '--domain <host>',
      'a further host of the site; may be given several times',
      several(domain),
      [],
    )
    .addOption(
      new Option('--type <type>', 'who refers whom')
        .choices(Object.keys(USUAL_PARAMETERS))
        .makeOptionMandatory(),
    )
    .option(
      '--parameter <name>',
      'in links, as in ?aff=KEY (default: aff or ref, by type)',
      parameter,
    )
    .option(
      '--query-param <name>',
      'a further name in the query; may be given several times',
      several(parameter),
      [],
    )
    .addOption(
      new Option('--url-format <format>', '?aff=KEY (query) or /aff/KEY (link)')
        .choices(['query', 'link'])
        .default('query'),
    )
    .option('--cookie-lifetime <days>', 'days, or "lifetime"', cookieLifetime, 30)
    .addOption(
      new Option('--attribution <rule>', 'which of several referrers gets the credit')
        .choices(['last_click', 'first_click'])
        .default('last_click'),
    )
    .option('--cookie-domain <domain>', 'of the cookies (default: the widest)', cookieDomain)
    .option('--commission <share>', 'of each sale: 30% or 5.00', '30%')
    .option('--currency <code>', 'ISO 4217', currency, 'USD')
    .addOption(options.database())
    .option('--json', 'print nothing but JSON')
    .addHelpText(
      'after',
      examples(
        'program create --name Shop --website https://shop.example --type affiliate',
        'program create --name Friends --website https://shop.example --type refer_a_friend --commission 5.00 --json',
      ),
    )
    .action(async (flags: Flags) => {
      const program = {
        name: flags.name,
        website: flags.website,
        type: flags.type,
        parameter: flags.parameter ?? USUAL_PARAMETERS[flags.type],
        query_params: JSON.stringify(flags.queryParam),
        url_format: flags.urlFormat,
        cookie_lifetime_days: flags.cookieLifetime === 'lifetime' ? null : flags.cookieLifetime,
        attribution: flags.attribution,
        cookie_domain: flags.cookieDomain ?? null,
        currency: flags.currency,
        ...commission(flags, command),
      }
      const created = await usingDatabase(flags.database, (db) =>
        createProgram(db, program, Date.now(), flags.domain),
      )
      const record = { ...programRecord(created.program), api_key: created.apiKey }
      console.log(flags.json ? JSON.stringify(record, undefined, 2) : sentences(record))
    })
}

const sentences = (record: { name: string; public_id: string; api_key: string }): string =>
  `${record.name} is set up.
  Program id  ${record.public_id}
  API key     ${record.api_key}
The key is shown this once; it belongs on your back end, never in a page.`

function commission({ commission, currency }: Flags, command: Command) {
  try {
    return parseCommission(commission, currency, currencyDigits(currency) ?? 0)
  } catch (error) {
    if (!(error instanceof AmountError)) throw error
    return command.error(
      `error: option '--commission <share>' argument '${commission}' is invalid. It ${error.message}.`,
    )
  }
}

function name(value: string): string {
  if (value.trim() !== '' && value.length <= 255) return value
  throw new InvalidArgumentError('It has 1 to 255 characters.')
}

function website(value: string): string {
  const address = parseWebsite(value)
  if (address !== undefined) return address
  throw new InvalidArgumentError('It is a URL such as https://shop.example.')
}

function domain(value: string): string {
  const website = parseDomain(value)
  if (website !== undefined) return website
  throw new InvalidArgumentError('It is a host such as checkout.example.')
}

function cookieDomain(value: string): string {
  if (new RegExp(COOKIE_DOMAIN).test(value)) return value
  throw new InvalidArgumentError('It is a domain such as shop.example.')
}

/** For a flag that may be given several times. */
const several =
  (parse: (value: string) => string) =>
  (value: string, before: string[]): string[] => [...before, parse(value)]

function parameter(value: string): string {
  if (new RegExp(PARAMETER).test(value)) return value
  throw new InvalidArgumentError('It has 1 to 64 letters, digits, dots, hyphens or underscores.')
}

function cookieLifetime(value: string): number | 'lifetime' {
  if (value === 'lifetime') return value
  const days = Number(value)
  if (/^\d{1,7}$/.test(value) && days > 0) return days
  throw new InvalidArgumentError('It is a number of days from 1 to 9999999, or lifetime.')
}

function currency(value: string): string {
  const code = value.toUpperCase()
  if (currencyDigits(code) !== undefined) return code
  throw new InvalidArgumentError('It is a code of ISO 4217, such as USD.')
}
