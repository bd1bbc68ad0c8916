import { expect, it } from 'vitest'
import { anonymised } from '../../src/domain/portal/anonymised.js'

it.each([
  [{ name: 'Jane', surname: 'Doe', email: 'jane@example.com' }, 'J. D.'],
  [{ name: 'jane mary doe', surname: null, email: null }, 'J. M.'],
  [{ name: null, surname: 'Ørsted', email: null }, 'Ø.'],
  [{ name: '𝒥ane', surname: null, email: null }, '𝒥.'],
  [{ name: ' ', surname: null, email: 'jane.doe@mail.example.com' }, 'j…@m….com'],
  [{ name: null, surname: null, email: 'root@localhost' }, 'r…@l…'],
  [{ name: null, surname: null, email: null }, null],
])('tells %o as %s', (person, told) => {
  expect(anonymised(person)).toBe(told)
})
