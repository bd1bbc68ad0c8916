import { expect, it } from 'vitest'
import {
  programSettings,
  type TrackedProgram,
} from '../../../src/domain/programs/program-settings.js'

const program = {
  type: 'affiliate',
  website: 'https://shop.example/start',
  parameter: 'aff',
  query_params: '[]',
  url_format: 'query',
  cookie_lifetime_days: 30,
  attribution: 'last_click',
  cookie_domain: null,
  consent: 'not_required',
} as const

const usual = {
  cookie_time: 30,
  url_format: 'query',
  query_param: 'aff',
  link_param: 'aff',
  attribution: 'last_click',
}

it.each<[string, Partial<TrackedProgram>, string[], object]>([
  ['what every program has', {}, [], {}],
  ['“lifetime”', { cookie_lifetime_days: null }, [], { cookie_time: 'lifetime' }],
  ['further names', { query_params: '["ref","via"]' }, [], { query_params: ['ref', 'via'] }],
  [
    'a domain of the cookies',
    { cookie_domain: 'shop.example' },
    [],
    { cookie_domain: 'shop.example' },
  ],
  ['the visitors who have to agree', { consent: 'required' }, [], { consent: 'required' }],
  [
    'every host of several',
    {},
    ['https://checkout.example', 'http://localhost:4600/cart', 'https://shop.example/eu'],
    { domains: ['shop.example', 'checkout.example', 'localhost:4600'] },
  ],
  ['no hosts of one site', {}, ['https://shop.example/eu'], {}],
])('the script is told %s', (_, columns, websites, more) => {
  const furtherSites = websites.map((website) => ({ website }))
  expect(programSettings({ ...program, ...columns }, furtherSites)).toEqual({ ...usual, ...more })
})
