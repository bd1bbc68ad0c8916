import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHelpFiles, SCRIPT_HASHES } from '../../src/help-files.js'
import { securityHeaders } from '../../src/plugins/answers/security-headers.js'
import { help } from '../../src/routes/help.js'

const folder = mkdtempSync(join(tmpdir(), 'pollen-help-'))
const site = pathToFileURL(`${folder}/`)

async function serverWith(files: ReturnType<typeof readHelpFiles>) {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  await app.register(securityHeaders)
  await app.register(help, { help: files })
  return app
}

describe('The guides', () => {
  beforeAll(async () => {
    await mkdir(join(folder, 'guides'))
    await mkdir(join(folder, 'assets'))
    const pages = {
      'index.html': 'the first page',
      '404.html': 'no such page',
      'guides/express.html': 'how to use Express',
      'guides/express.md': '# Express',
      'assets/app.BZJC_6u9.js': 'start()',
      'llms.txt': '# Pollen',
    }
    for (const [name, text] of Object.entries(pages)) {
      writeFileSync(join(folder, name), text)
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
    }
    writeFileSync(new URL(SCRIPT_HASHES, site), '["sha256-abc="]')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['/help', 200, 'text/html; charset=utf-8', 'the first page'],
    ['/help/', 200, 'text/html; charset=utf-8', 'the first page'],
    ['/help/guides/express', 200, 'text/html; charset=utf-8', 'how to use Express'],
    ['/help/guides/express.md', 200, 'text/markdown; charset=utf-8', '# Express'],
    ['/help/llms.txt', 200, 'text/plain; charset=utf-8', '# Pollen'],
    ['/llms.txt', 200, 'text/plain; charset=utf-8', '# Pollen'],
    ['/help/guides/basic', 404, 'text/html; charset=utf-8', 'no such page'],
    ['/help/script-hashes.json', 404, 'text/html; charset=utf-8', 'no such page'],
    ['/help/..%2f..%2fpackage.json', 404, 'text/html; charset=utf-8', 'no such page'],
  ])('at %s answer %i', async (url, status, type, text) => {
    const app = await serverWith(readHelpFiles(site))
    const answer = await app.inject({ url })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.body).toBe(text)
  })

  it('load nothing from elsewhere, and run no script but their own', async () => {
    const app = await serverWith(readHelpFiles(site))
    const { headers } = await app.inject({ url: '/help' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self' 'sha256-abc=';")
  })

  it('are asked for anew, but for files that never change under their name', async () => {
    const app = await serverWith(readHelpFiles(site))
    const page = await app.inject({ url: '/help' })
    expect(page.headers['cache-control']).toBe('no-cache')
    const again = { url: '/help', headers: { 'if-none-match': String(page.headers.etag) } }
    expect((await app.inject(again)).statusCode).toBe(304)
    const script = await app.inject({ url: '/help/assets/app.BZJC_6u9.js' })
    expect(script.headers['cache-control']).toContain('immutable')
  })

  it.each(['/help', '/help/guides/express', '/llms.txt'])(
    'say at %s how to get them where nobody has built them',
    async (url) => {
      const unbuilt = readHelpFiles(new URL('nowhere/', site))
      const answer = await (await serverWith(unbuilt)).inject({ url })
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toContain('npm run docs')
    },
  )
})
