// Packs both packages as npm would publish them, checks what is inside, installs them into an empty
// project and uses them there: `node .ci/packages.mjs`.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'pollen-packages-'))

/** Runs a command with its output shown; throws when it fails. */
const run = (command, args, cwd = process.cwd()) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })

/** Packs the package in `directory` and returns the path of its tarball. */
function pack(directory) {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [{ filename }] = Object.values(JSON.parse(output))
  return join(folder, filename)
}

try {
  run('npm', ['ci', '--prefix', '.ci', '--loglevel=error'])
  const [script, server] = [pack('.'), pack('server')]
  run('.ci/node_modules/.bin/publint', ['--strict', script])
  run('.ci/node_modules/.bin/publint', ['--strict', server])
  run('.ci/node_modules/.bin/attw', [
    script,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'universal.js',
    'snippet.html',
  ])

  const project = join(folder, 'project')
  run('mkdir', [project])
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  run('npm', ['install', '--loglevel=error', '--no-audit', '--no-fund', script, server], project)
  run(
    'node',
    [
      '--input-type=module',
      '--eval',
      "import { createTracker } from 'pollen-js'; createTracker({ program: 'ABCDEFGH', host: 'https://pollen.example' })",
    ],
    project,
  )
  run(
    'node',
    [
      '--input-type=module',
      '--eval',
      "import 'pollen-js/po'; import { clientReference } from 'pollen-js/checkouts'; clientReference('jane')",
    ],
    project,
  )
  run('npx', ['pollen-js', '--version'], project)
  run('npx', ['pollen-server', '--version'], project)
  run(
    'npx',
    [
      'pollen-server',
      'program',
      'create',
      '--name',
      'Shop',
      '--website',
      'https://shop.example',
      '--type',
      'affiliate',
      '--json',
      '--database',
      `sqlite:${resolve(project, 'pollen.db')}`,
    ],
    project,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
