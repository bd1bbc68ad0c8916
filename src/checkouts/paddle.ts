import { type CheckoutOptions, createBuyer, type Referrers } from './buyer.js'
import { isSitesOwn, markCompleted } from './completed.js'
import { type PaddleCheckout, paddleCheckout } from './paddle-checkout.js'
import { watchElements } from './watch-elements.js'

/** The part of Paddle.js that matters here. */
interface Paddle {
  /** Billing only. */
  Initialize?: unknown
  Checkout: { open(options?: PaddleCheckout, ...more: unknown[]): unknown }
}

/** Links and buttons that open a checkout without a line of script. */
const BUTTONS = '.paddle_button'

const currentPaddle = (): Paddle | undefined => {
  const paddle = Reflect.get(window, 'Paddle')
  return typeof paddle?.Checkout?.open === 'function' ? paddle : undefined
}

/**
 * Lets Paddle's payments tell who referred the buyer: in `customData` of Billing, in `passthrough`
 * of Classic, as `customer_key` and `partner_key`.
 *
 * `Paddle.Checkout.open` is wrapped, nothing else. It happens when Paddle.js has come, before the
 * page can use it; a text that the page passes stays as it is.
 *
 * @param referrers Who referred this visitor, as known now.
 * @returns Stops it.
 */
export function connectPaddle(
  referrers: () => Referrers,
  options: CheckoutOptions = {},
): () => void {
  const buyer = createBuyer(referrers, options)
  const wrapped = new Map<Paddle, Paddle['Checkout']['open']>()
  const isBilling = (paddle: Paddle) => 'Initialize' in paddle

  const wrap = () => {
    const paddle = currentPaddle()
    if (!paddle || wrapped.has(paddle)) return
    const { open } = paddle.Checkout
    wrapped.set(paddle, open)
    paddle.Checkout.open = (options = {}, ...more) =>
      open.call(paddle.Checkout, paddleCheckout(options, buyer(), isBilling(paddle)), ...more)
  }

  const complete = (button: HTMLElement) => {
    const paddle = currentPaddle()
    const metadata = buyer()
    if (!paddle || Object.keys(metadata).length === 0) return
    const name = isBilling(paddle) ? 'data-custom-data' : 'data-passthrough'
    const present = button.getAttribute(name)
    const text = JSON.stringify(metadata)
    if (isSitesOwn(button, present) || present === text) return
    markCompleted(button, text)
    button.setAttribute(name, text)
  }

  const completeAll = () => document.querySelectorAll<HTMLElement>(BUTTONS).forEach(complete)

  // Scripts' load events do not bubble, but are seen on their way down, before the page's own
  // listeners: there is no moment at which the page has Paddle and we have not.
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof HTMLScriptElement)) return
    wrap()
    completeAll()
  }

  wrap()
  document.addEventListener('load', onLoad, true)
  document.addEventListener('click', completeAll, true)
  const stopWatching = watchElements(document, BUTTONS, complete)
  return () => {
    stopWatching()
    document.removeEventListener('load', onLoad, true)
    document.removeEventListener('click', completeAll, true)
    for (const [{ Checkout }, open] of wrapped) Checkout.open = open
  }
}
