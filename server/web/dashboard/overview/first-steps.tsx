import { CircleCheck, CircleDashed } from 'lucide-preact'
import { Link } from 'wouter-preact'
import type { Installation } from '../install/install.js'
import { useProgram } from '../program-context.js'
import { referrersPath } from '../referrers-path.js'
import { useData } from '../use-api.js'

/** Without whom nobody is referred. */
const WHO = {
  affiliate: { href: '/partners', words: 'Add the first partner' },
  refer_a_friend: { href: '/install', words: 'Report the first customer' },
  newsletter: { href: '/subscribers', words: 'Report the first subscriber' },
}

/** What a new program lacks; gone once the first click has come. */
export function FirstSteps() {
  const program = useProgram()
  const { data: installation } = useData<Installation>('/install', { refetchInterval: 5000 })
  const { data: partners } = useData<unknown[]>(`${referrersPath(program)}?limit=1`)
  if (!installation || installation.first_click_at || !partners) return null
  const steps = [
    { isDone: true, href: '/settings', words: 'Make a program' },
    { isDone: partners.length > 0, ...WHO[program.type] },
    {
      isDone: false,
      href: '/install',
      words: 'Put the snippet on the site, and see the first click',
    },
  ]
  return (
    <section class="card">
      <h2>First steps</h2>
      <ol class="plain stack tight">
        {steps.map(({ isDone, href, words }) => (
          <li key={words} class="row">
            {isDone ? (
              <CircleCheck size={18} class="done" aria-label="Done" />
            ) : (
              <CircleDashed size={18} class="soft" aria-label="To do" />
            )}
            <Link href={href}>{words}</Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
