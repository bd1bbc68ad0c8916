import { expect, it } from 'vitest'
import { mentionsEmail } from '../../../src/domain/people/mentions-email.js'

it.each([
  ['as it is', 'https://shop.example/?e=änna+news@exämple.com', true],
  ['in capitals', 'ÄNNA+NEWS@EXÄMPLE.COM', true],
  ['encoded wholly', '?e=%C3%A4nna%2Bnews%40ex%C3%A4mple.com', true],
  ['with capitals encoded', '?e=%C3%84nna%2bNews%40ex%C3%84mple.com', true],
  ['encoded but for its @ and +', '?e=%C3%A4nna+news@ex%C3%A4mple.com', true],
  ['encoded twice', '?to=%3Fe%3D%25C3%25A4nna%252Bnews%2540ex%25C3%25A4mple.com', true],
  ['beside what cannot be decoded', '?x=%E4%&e=%C3%A4nna%2Bnews%40exämple.com', true],
  ['not of another name', '?e=onna+news@exämple.com', false],
  ['not without its end', '?e=änna+news@exämple.co', false],
])('finds an address in a text %s', (_, text, isThere) => {
  expect(mentionsEmail(text, 'Änna+news@Exämple.com')).toBe(isThere)
})
