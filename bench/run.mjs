// `npm run bench [-- sizes | page | dashboard | throughput | scale]`: prints tables in Markdown; bench/README.md keeps the last ones.
import { execFileSync } from 'node:child_process'
import { wanted } from './options.mjs'

const BENCHMARKS = ['sizes', 'page', 'dashboard', 'throughput', 'scale']

const unknown = wanted.find((name) => !BENCHMARKS.includes(name))
if (unknown) {
  console.error(`There is no benchmark "${unknown}"; there are ${BENCHMARKS.join(', ')}.`)
  process.exit(2)
}

execFileSync('npm', ['ci', '--prefix', 'bench', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
// Millions of rows take half an hour to make, so that one is run when it is named.
const usual = BENCHMARKS.filter((name) => name !== 'scale')
for (const name of wanted.length > 0 ? wanted : usual) await import(`./${name}.mjs`)
