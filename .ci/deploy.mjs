// Tries what is in deploy/: the proxies' examples in front of a real server, the systemd unit and the
// Dockerfile by the tools that read them, where they are installed: `node .ci/deploy.mjs`.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../scripts/free-port.mjs'

const folder = mkdtempSync(join(tmpdir(), 'pollen-deploy-'))
const children = []

/** Starts a program that is ended at the end; what it says is shown. */
function start(command, args, env = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, HOME: folder, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
}

async function answers(url) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return answer
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}

function assert(condition, sentence) {
  if (!condition) throw new Error(sentence)
}

const database = `sqlite:${join(folder, 'pollen.db')}`
const cli = ['server/bin/pollen-server.js']

/** A click by way of a proxy, which is to say who asked whatever the client claims. */
async function click(origin, id, claimed) {
  return fetch(`${origin}/pub/v1/programs/${id}/clicks`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', 'x-forwarded-for': claimed },
    body: JSON.stringify({
      id: `0198b2f0-0000-7000-8000-${Math.random().toString(16).slice(2, 14).padStart(12, '0')}`,
      key: 'jane',
      url: 'https://shop.example/?aff=jane',
      referrer: '',
      session: '0b51a4c5-6b0e-4c39-a5a6-1f3a2cbeed1f',
      at: Date.now(),
    }),
  })
}

async function tryProxy(name, origin, id) {
  await answers(`${origin}/health`)
  const script = await answers(`${origin}/js/universal.js`)
  assert((await script.text()).length > 1000, `${name} does not pass the script on`)
  assert(script.headers.get('etag'), `${name} drops the script's ETag`)
  const settings = await answers(`${origin}/program/${id}/settings/settings.js`)
  assert((await settings.text()).includes('cookie_time'), `${name} does not pass the settings on`)
  assert((await fetch(`${origin}/metrics`)).status === 404, `${name} shows the metrics`)
  const statuses = []
  for (let event = 0; event < 4; event++) {
    statuses.push((await click(origin, id, `192.0.2.${event}`)).status)
  }
  assert(
    statuses.join() === '201,201,201,429',
    `behind ${name} an address can be made up: ${statuses}`,
  )
  console.log(`${name} serves the script, settings and events, and says itself who asked`)
}

/** One server for each proxy, so that one's events do not count against the other's limit. */
async function startServer() {
  const port = await freePort()
  const args = ['serve', '--port', port, '--database', database, '--trust-proxy']
  start('node', [...cli, ...args, '--events-per-minute', 3])
  await answers(`http://127.0.0.1:${port}/health`)
  return port
}

try {
  const created = execFileSync('node', [
    ...cli,
    ...['program', 'create', '--name', 'Shop', '--website', 'https://shop.example'],
    ...['--type', 'affiliate', '--json', '--database', database],
  ])
  const { public_id } = JSON.parse(created)

  const [behindCaddy, caddyPort] = [await startServer(), await freePort()]
  const caddyfile = readFileSync('deploy/Caddyfile', 'utf8')
    .replace('pollen.example {', `http://127.0.0.1:${caddyPort} {`)
    .replace('127.0.0.1:4700', `127.0.0.1:${behindCaddy}`)
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${caddyfile}`)
  start('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'])
  await tryProxy('Caddy', `http://127.0.0.1:${caddyPort}`, public_id)

  const [behindNginx, nginxPort] = [await startServer(), await freePort()]
  const nginx = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('127.0.0.1:4700', `127.0.0.1:${behindNginx}`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${nginxPort}`)
    .replace(/^\s*ssl_certificate.*$/gm, '')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${folder}/nginx.pid;\ndaemon off;\nevents {}\nhttp {\naccess_log off;\n${nginx}}\n`,
  )
  start('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')])
  await tryProxy('nginx', `http://127.0.0.1:${nginxPort}`, public_id)

  execFileSync('systemd-analyze', ['verify', '--man=no', 'deploy/pollen-server.service'], {
    stdio: 'inherit',
  })
  console.log('systemd takes the unit')
} finally {
  for (const child of children) child.kill()
  await sleep(300)
  rmSync(folder, { recursive: true, force: true })
}
