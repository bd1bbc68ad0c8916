import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectConsent } from '../../../src/consent/connect-consent.js'
import type { TcData } from '../../../src/consent/tcf-word.js'

const page = window as unknown as {
  dataLayer?: unknown[]
  __tcfapi?: (command: string, version: number, callback: unknown, id?: number) => void
}

let said: string[]
let stop: () => void = () => {}

const listen = (settings = {}) => {
  stop = connectConsent(settings, (word) => said.push(word))
}

/** A platform that answers when it is told to. */
function platform() {
  const listeners = new Map<number, (data: TcData, isSuccess: boolean) => void>()
  page.__tcfapi = (command, _version, callback, id = listeners.size) => {
    if (command === 'removeEventListener') listeners.delete(id)
    else listeners.set(id, callback as never)
  }
  return {
    listeners,
    decide(consents: Record<number, boolean>) {
      for (const [listenerId, listener] of listeners)
        listener({ listenerId, eventStatus: 'useractioncomplete', purpose: { consents } }, true)
    },
  }
}

beforeEach(() => {
  said = []
})

afterEach(() => {
  stop()
  delete page.dataLayer
  delete page.__tcfapi
})

it('hears what was said before it came, and what is said then', () => {
  page.dataLayer = [
    ['consent', 'default', { ad_storage: 'denied' }],
    ['consent', 'update', { ad_storage: 'granted' }],
  ]
  listen()
  expect(page.dataLayer.push(['consent', 'update', { ad_storage: 'denied' }])).toBe(3)
  expect(said).toEqual(['grant', 'revoke'])
})

it('says each decision once', () => {
  page.dataLayer = []
  listen()
  for (const _ of [1, 2]) page.dataLayer.push(['consent', 'update', { ad_storage: 'granted' }])
  expect(said).toEqual(['grant'])
})

it('finds what comes later than itself, and makes no global', () => {
  listen()
  expect(page.dataLayer).toBeUndefined()
  page.dataLayer = [['consent', 'update', { ad_storage: 'granted' }]]
  window.dispatchEvent(new Event('load'))
  expect(said).toEqual(['grant'])
})

it('needs both where two speak', () => {
  const { decide } = platform()
  page.dataLayer = []
  listen()
  decide({ 1: true })
  page.dataLayer.push(['consent', 'update', { ad_storage: 'denied' }])
  page.dataLayer.push(['consent', 'update', { ad_storage: 'granted' }])
  decide({ 1: false })
  expect(said).toEqual(['grant', 'revoke', 'grant', 'revoke'])
})

it('asks for the purposes and the storage that the program names', () => {
  const { decide } = platform()
  page.dataLayer = []
  listen({ consent_purposes: [1, 7], consent_storage: 'analytics_storage' })
  decide({ 1: true })
  decide({ 1: true, 7: true })
  page.dataLayer.push(['consent', 'update', { ad_storage: 'denied' }])
  page.dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }])
  expect(said).toEqual(['revoke', 'grant', 'revoke'])
})

it('leaves the platform when it is stopped', () => {
  const { decide, listeners } = platform()
  page.dataLayer = []
  listen()
  decide({ 1: true })
  stop()
  page.dataLayer.push(['consent', 'update', { ad_storage: 'denied' }])
  expect(listeners.size).toBe(0)
  expect(said).toEqual(['grant'])
})
