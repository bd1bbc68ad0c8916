import type { Static } from 'typebox'
import type { ProgramBody } from '../../schemas/accounts.js'
import { readCommission } from '../commissions/read-commission.js'
import { invalid } from '../invalid.js'
import { currencyDigits } from '../money/currency-digits.js'
import type { NewProgram } from './create-program.js'
import { parseWebsite } from './parse-website.js'
import { USUAL_PARAMETERS } from './usual-parameters.js'

/**
 * Reads what somebody says of a new program; what they leave out is as `program create` has it.
 *
 * @throws PollenError `invalid`
 */
export function readProgram(body: Static<typeof ProgramBody>): NewProgram {
  const name = body.name.trim()
  if (name === '') throw invalid('name', 'must have 1 to 255 characters')
  const website = parseWebsite(body.website)
  if (website === undefined) {
    throw invalid('website', 'must be an address such as https://shop.example')
  }
  const currency = (body.currency ?? 'USD').toUpperCase()
  if (currencyDigits(currency) === undefined) {
    throw invalid('currency', 'must be a currency of ISO 4217, such as USD')
  }
  return {
    name,
    website,
    type: body.type,
    parameter: USUAL_PARAMETERS[body.type],
    query_params: '[]',
    url_format: 'query',
    cookie_lifetime_days: 30,
    attribution: 'last_click',
    cookie_domain: null,
    currency,
    ...readCommission(body.commission ?? '30%', 'commission', currency),
  }
}
