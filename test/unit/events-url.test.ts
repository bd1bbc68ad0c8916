import { expect, it } from 'vitest'
import { eventsUrl } from '../../src/events-url.js'

it.each([
  ['https://pollen.example', 'https://pollen.example/pub/v1'],
  ['https://pollen.example/', 'https://pollen.example/pub/v1'],
  ['http://localhost:4700', 'http://localhost:4700/pub/v1'],
  ['//pollen.example', '//pollen.example/pub/v1'],
  ['https://pollen.example/pub/v1', 'https://pollen.example/pub/v1'],
  ['https://shop.example/t', 'https://shop.example/t'],
])('with the host %s, events go to %s', (host, url) => {
  expect(eventsUrl(host)).toBe(url)
})
