import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** @type {(password: string, salt: Buffer, length: number) => Promise<Buffer>} */
const derive = promisify(scrypt)

const KEY_BYTES = 32

/**
 * What is kept instead of a password: `salt:key`, both base64url.
 * @param {string} password
 */
export async function hashPassword(password) {
  const salt = randomBytes(16)
  const key = await derive(password, salt, KEY_BYTES)
  return `${salt.toString('base64url')}:${key.toString('base64url')}`
}

/**
 * @param {string} password
 * @param {string} hash Made by `hashPassword`.
 */
export async function isPassword(password, hash) {
  const [salt = '', key = ''] = hash.split(':')
  const given = await derive(password, Buffer.from(salt, 'base64url'), KEY_BYTES)
  return timingSafeEqual(given, Buffer.from(key, 'base64url'))
}
