/** @typedef {'click' | 'cookie' | 'customer' | 'sale' | 'commission'} StationName */

/**
 * The five stations of a referral.
 * @type {readonly { name: StationName, title: string, waitsFor: string }[]}
 */
export const stations = [
  { name: 'click', title: 'The click', waitsFor: 'Somebody follows a referral link.' },
  {
    name: 'cookie',
    title: 'The cookie',
    waitsFor:
      'The script writes the key of the link into a cookie, which the next page brings along.',
  },
  { name: 'customer', title: 'The customer', waitsFor: 'The visitor opens an account.' },
  { name: 'sale', title: 'The sale', waitsFor: 'The customer buys seeds.' },
  {
    name: 'commission',
    title: 'The commission',
    waitsFor: 'The sale pays whoever sent the customer.',
  },
]
