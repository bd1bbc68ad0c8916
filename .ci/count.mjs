// Prints "<passed> <failed>" of a vitest JSON report: `node .ci/count.mjs <report>`.
import { readFileSync } from 'node:fs'

const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.log(numPassedTests, numFailedTests)
