import { styleText } from 'node:util'
import { Command } from 'commander'
import { options } from '../config.js'
import { examine } from '../doctor/examine.js'
import type { Finding } from '../doctor/finding.js'
import { examples } from './examples.js'

interface Flags {
  database: string
  publicUrl?: string
  smtpUrl?: string
  mailFrom?: string
  json?: true
}

const MARKS = { ok: ['green', '✓'], warn: ['yellow', '!'], fail: ['red', '✗'] } as const

/** `pollen-server doctor`: what is wrong with this installation, and what to do about it. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description(
      'look for what is wrong with this installation, and say what to do; changes nothing',
    )
    .addOption(options.database())
    .addOption(options.publicUrl())
    .addOption(options.smtpUrl())
    .addOption(options.mailFrom())
    .option('--json', 'print nothing but JSON')
    .addHelpText(
      'after',
      `
It looks at the database, the disk, the clocks, the public URL, websites, accounts, webhooks
and, with --smtp-url, the mail server, to which it sends no letter. Settings come from the same
environment variables as those of \`serve\`.

It ends with 1 when something fails, with 0 when there are warnings at most.
${examples('doctor --database sqlite:./pollen.db --public-url https://pollen.example', 'doctor --json')}`,
    )
    .action(async ({ database, publicUrl, smtpUrl, mailFrom, json }: Flags) => {
      const findings = await examine({ database, publicUrl, smtpUrl, mailFrom })
      console.log(json ? JSON.stringify(findings, undefined, 2) : findings.map(line).join('\n'))
      if (findings.some(({ state }) => state === 'fail')) process.exitCode = 1
    })

function line({ check, state, message, advice }: Finding): string {
  const [colour, mark] = MARKS[state]
  const first = `${styleText(colour, mark)} ${check.padEnd(10)}  ${message}`
  return advice === undefined ? first : `${first}\n${' '.repeat(14)}${styleText('dim', advice)}`
}
