import { expect, it } from 'vitest'
import { newApiKey, programIdOfApiKey } from '../../../src/domain/api-keys/api-key.js'
import { hashSecret } from '../../../src/domain/api-keys/hash-secret.js'
import { newPublicId } from '../../../src/domain/programs/public-id.js'

it('tells which program it opens', () => {
  const programId = newPublicId()
  expect(programId).toMatch(/^[A-Z][A-Z0-9]{7}$/)
  expect(programIdOfApiKey(newApiKey(programId))).toBe(programId)
})

it('is another one each time, and its hash shows nothing of it', () => {
  const [one, two] = [newApiKey('ABCDEFGH'), newApiKey('ABCDEFGH')]
  expect(one).not.toBe(two)
  expect(hashSecret(one)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashSecret(one)).not.toBe(hashSecret(two))
})

it.each(['', 'secret', 'pollen_ABCDEFGH_', 'pollen_abcdefgh_x', `x${newApiKey('ABCDEFGH')}`])(
  'does not take %j for a key',
  (text) => {
    expect(programIdOfApiKey(text)).toBeUndefined()
  },
)
