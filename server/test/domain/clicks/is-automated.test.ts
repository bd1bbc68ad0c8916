import { expect, it } from 'vitest'
import { isAutomated } from '../../../src/domain/clicks/is-automated.js'

const shop = 'https://shop.example/?aff=jane'
const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
const headless = chrome.replace('Chrome', 'HeadlessChrome')
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

it.each([
  ['Chrome on a page', { agent: chrome }, false],
  ['Safari on a phone', { agent: phone }, false],
  ['a browser that says nothing of itself', { agent: '' }, false],
  ['a crawler on a page', { agent: googlebot }, true],
  ['a crawler that names no page', { agent: googlebot, isFromPage: false }, true],
  ['a preview of links', { agent: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com)' }, true],
  ['a program that pretends to be on a page', { agent: 'curl/8.5.0' }, true],
  ['a back end', { agent: 'node', isFromPage: false }, false],
  ['a back end without a name', { agent: '', isFromPage: false }, false],
  ['Chrome without a window', { agent: headless }, true],
  ['Chrome driven by a program', { agent: chrome, automated: true }, true],
  ['the same on the makers’ machine', { agent: headless, url: 'http://localhost:4600/' }, false],
  ['and on a test site', { agent: headless, automated: true, url: 'http://www.shop.test' }, false],
  ['and in the makers’ network', { agent: headless, url: 'http://192.168.1.7:8080/' }, false],
  ['and nowhere else', { agent: headless, url: 'http://www.shop.test.example/' }, true],
  ['a crawler on a test site', { agent: googlebot, url: 'http://www.shop.test' }, true],
])('%s', (_, maker, expected) => {
  expect(isAutomated({ isFromPage: true, url: shop, ...maker })).toBe(expected)
})
