import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { blocksOf } from './blocks-of.mjs'

/** The guide's module for React Native: read, kept, sent, cleared; a newer link overwrites. */
export async function tryMobileApps(world) {
  const app = world.write('mobile-apps', blocksOf('mobile-apps'))
  const { createReferral } = await import(pathToFileURL(join(app, 'referral.mjs')).href)
  const items = new Map()
  const referral = createReferral({
    getItem: async (name) => items.get(name) ?? null,
    setItem: async (name, value) => items.set(name, value),
    removeItem: async (name) => items.delete(name),
  })
  await referral.opened(null)
  assert.equal(await referral.key(), null)
  await referral.opened('https://shop.example/?aff=jane')
  await referral.opened('myapp://settings')
  assert.equal(await referral.key(), 'jane')
  await referral.opened('app:?aff=lin&utm_source=x')
  assert.equal(await referral.key(), 'lin')
  await referral.clear()
  assert.equal(await referral.key(), null)
}
