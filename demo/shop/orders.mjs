/** @typedef {import('./store.mjs').Order} Order */
/** @typedef {import('./store.mjs').ShopData} ShopData */

/**
 * Places an order, once: the form brings the id along, so that sending it twice buys once.
 *
 * @param {ShopData} data
 * @param {Omit<Order, 'createdAt' | 'totalCents'>} order
 * @param {import('./products.mjs').Product} product
 * @returns {Order | undefined} `undefined` when it stands already.
 */
export function placeOrder(data, order, product) {
  if (data.orders.some(({ id }) => id === order.id)) return undefined
  const placed = {
    ...order,
    totalCents: product.priceCents * order.quantity,
    createdAt: Date.now(),
  }
  data.orders.push(placed)
  return placed
}

/**
 * @param {ShopData} data
 * @param {string} accountId
 * @returns {Order[]} The newest first.
 */
export const ordersOf = (data, accountId) =>
  data.orders.filter((order) => order.accountId === accountId).reverse()

/**
 * Gives the money back, once.
 *
 * @param {ShopData} data
 * @param {string} accountId
 * @param {string} orderId
 * @returns {Order | undefined} `undefined` when there is nothing to give back.
 */
export function refundOrder(data, accountId, orderId) {
  const order = ordersOf(data, accountId).find(({ id }) => id === orderId)
  if (!order || order.refundedAt) return undefined
  order.refundedAt = Date.now()
  return order
}
