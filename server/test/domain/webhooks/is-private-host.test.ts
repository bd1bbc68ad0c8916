import { describe, expect, it } from 'vitest'
import { isPrivateHost } from '../../../src/domain/webhooks/is-private-host.js'

describe('isPrivateHost', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://017700000001/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:a00:1::]/',
    'http://localhost:3000/',
    'http://LOCALHOST./',
    'http://shop.localhost/',
  ])('knows %s as private', (url) => {
    expect(isPrivateHost(new URL(url))).toBe(true)
  })

  it.each([
    'http://8.8.8.8/',
    'http://[2001:4860:4860::8888]/',
    'https://shop.example/',
    'https://localhost.example/',
  ])('takes %s for public until its name is looked up', (url) => {
    expect(isPrivateHost(new URL(url))).toBe(false)
  })
})
