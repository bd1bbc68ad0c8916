import { afterEach, expect, it, vi } from 'vitest'
import { connectPaddle } from '../../../src/checkouts/paddle.js'

let stop: (() => void) | undefined

const connect = (partner: string | undefined = 'jane') => {
  stop = connectPaddle(() => ({ partner }))
}

/** What Paddle.js leaves behind when it has run; returns what it was asked to open. */
function paddleArrives(kind: 'Billing' | 'Classic') {
  const open = vi.fn()
  const paddle = { Checkout: { open }, ...(kind === 'Billing' && { Initialize: vi.fn() }) }
  Reflect.set(window, 'Paddle', paddle)
  return { paddle, open }
}

/** The browser's word that a script of the page has run. */
function scriptLoaded() {
  const script = document.createElement('script')
  document.body.append(script)
  script.dispatchEvent(new Event('load'))
}

afterEach(() => {
  stop?.()
  Reflect.deleteProperty(window, 'Paddle')
  document.body.innerHTML = ''
})

it.each([
  ['Billing', { customData: { partner_key: 'jane' } }],
  ['Classic', { passthrough: '{"partner_key":"jane"}' }],
] as const)('completes what a page opens with Paddle %s', (kind, expected) => {
  const { paddle, open } = paddleArrives(kind)
  connect()
  paddle.Checkout.open()
  expect(open).toHaveBeenCalledWith(expected)
})

it('does so when Paddle.js comes later', () => {
  connect()
  const { paddle, open } = paddleArrives('Billing')
  scriptLoaded()
  paddle.Checkout.open({})
  expect(open).toHaveBeenCalledWith({ customData: { partner_key: 'jane' } })
})

it.each([
  ['Billing', 'data-custom-data'],
  ['Classic', 'data-passthrough'],
] as const)('completes the buttons of Paddle %s', async (kind, attribute) => {
  document.body.innerHTML = '<a class="paddle_button" id="first"></a>'
  paddleArrives(kind)
  connect()
  expect(document.getElementById('first')?.getAttribute(attribute)).toBe('{"partner_key":"jane"}')

  const later = document.createElement('a')
  later.className = 'paddle_button'
  document.body.append(later)
  await vi.waitFor(() => expect(later.getAttribute(attribute)).toBe('{"partner_key":"jane"}'))
})

it('leaves what a button says itself', () => {
  document.body.innerHTML = `<a class="paddle_button" data-custom-data='{"plan":"pro"}'></a>`
  paddleArrives('Billing')
  connect()
  expect(document.querySelector('a')?.getAttribute('data-custom-data')).toBe('{"plan":"pro"}')
})

it('wraps once, touches nothing else, and gives back what was there', () => {
  const { paddle, open } = paddleArrives('Billing')
  connect()
  scriptLoaded()
  paddle.Checkout.open({})
  expect(open).toHaveBeenCalledOnce()
  expect(Object.keys(paddle)).toEqual(['Checkout', 'Initialize'])
  stop?.()
  expect(paddle.Checkout.open).toBe(open)
})
