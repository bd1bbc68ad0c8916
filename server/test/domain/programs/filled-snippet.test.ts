import { expect, it } from 'vitest'
import { filledSnippet } from '../../../src/domain/programs/filled-snippet.js'

const program = {
  program_id: 'ABCDEFGH',
  type: 'affiliate',
  website: 'https://shop.example',
  parameter: 'aff',
  query_params: '[]',
  url_format: 'query',
  cookie_lifetime_days: null,
  attribution: 'last_click',
  cookie_domain: null,
  consent: 'not_required',
} as const

it('carries the program, the server and the settings', () => {
  const template = `<script>
  stub('https://POLLEN_HOST/js/universal.js')
  po('settings', 'assets_host', 'https://POLLEN_HOST')
  po('program', 'PROGRAM_ID', 'load')
</script>`
  expect(filledSnippet(template, program, [], 'https://pollen.example')).toBe(`<script>
  stub('https://pollen.example/js/universal.js')
  po('settings', 'assets_host', 'https://pollen.example')
  po('program', 'ABCDEFGH', 'load', {"type":"affiliate","cookie_time":"lifetime","url_format":"query","query_param":"aff","link_param":"aff","attribution":"last_click"})
</script>`)
})

it('never ends its script early', () => {
  const hostile = { ...program, parameter: '</script><script>alert(1)</script>' }
  const snippet = filledSnippet(
    `<script>po('program', 'PROGRAM_ID', 'load')</script>`,
    hostile,
    [],
    '',
  )
  expect(snippet.match(/<\/?script>/g)).toEqual(['<script>', '</script>'])
})

it('asks for consent where the browser sends Global Privacy Control, if the program says so', () => {
  const template = `po('program', 'PROGRAM_ID', 'load')`
  const snippet = filledSnippet(template, { ...program, consent: 'gpc' }, [], '')
  expect(snippet).toContain('"consent":navigator.globalPrivacyControl?"required":""')
})
